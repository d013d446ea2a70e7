'use client'

import { useActions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'

type Props = { canPublish: boolean; previews: { href: string; label: string }[] }

/** The forms as they would be, and the button that makes them so. */
export const PublishForms = ({ canPublish, previews }: Props) => {
  const { act, isBusy } = useActions('forms')
  const publish = () =>
    act<{ number: number }>('publish', {}, ({ number }) => `Published as edition ${number}.`)
  return (
    <div className="forms-panel__actions">
      <Button
        disabled={!canPublish || isBusy}
        margin={false}
        onClick={() => void publish()}
        size="medium"
      >
        Publish the forms
      </Button>
      {previews.map(({ href, label }) => (
        <a href={href} key={href} rel="noreferrer" target="_blank">
          {label} (opens in a new tab)
        </a>
      ))}
    </div>
  )
}
