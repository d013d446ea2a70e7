'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { toast, useFormFields, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { speak } from '../languages/index.ts'
import './preview.css'
import { PutBack } from './PutBack.tsx'

type Sample = { subject: string; html: string }

/** How an email would look with the words as they stand, and a test email to whoever edits them. */
export const Preview = () => {
  const { post } = useActions('mail-words')
  const say = speak(useTranslation().i18n)
  const template = useFormFields(([fields]) => fields.name?.value)
  const label = useFormFields(([fields]) => fields.label?.value)
  const subject = useFormFields(([fields]) => fields.subject?.value)
  const body = useFormFields(([fields]) => fields.body?.value)
  const [sample, setSample] = useState<Sample & { of: unknown[] }>()
  const [isBusy, setIsBusy] = useState(false)
  const [height, setHeight] = useState(0)
  const id = useId()

  const words = { template, subject: subject ?? '', body: body ?? '' }
  // By itself: the form is not read again, so what was typed and not saved yet stays.
  const during = async (work: Promise<unknown>) => {
    setIsBusy(true)
    await work.catch(({ message }: Error) => toast.error(message))
    setIsBusy(false)
  }
  const show = async () => {
    const answer = await post<Sample>('preview', words)
    setSample({ ...answer, of: [subject, body] })
  }
  const test = async () => toast.success((await post<{ message: string }>('test', words)).message)
  const isOutdated = sample !== undefined && (sample.of[0] !== subject || sample.of[1] !== body)

  return (
    <div className="mail-preview">
      <div className="mail-preview__actions">
        <SmallButton disabled={isBusy} onClick={() => void during(show())}>
          {say(sample ? 'previewAgain' : 'preview')}
        </SmallButton>
        <SmallButton disabled={isBusy} onClick={() => void during(test())}>
          {say('test')}
        </SmallButton>
        <PutBack />
      </div>
      {sample && (
        <section aria-labelledby={id}>
          <p className="mail-preview__note">
            {say(isOutdated ? 'previewOutdated' : 'previewAbout')}
          </p>
          <p className="mail-preview__subject" id={id}>
            {say('previewSubject')} <strong dir="auto">{sample.subject}</strong>
          </p>
          <iframe
            // Without scripts; of the same origin so that its height can be read.
            onLoad={({ currentTarget: { contentDocument } }) => {
              const page = contentDocument!.body
              // Also when the window is made narrower; it ends with the page it looks at.
              new ResizeObserver(() => setHeight(page.offsetHeight)).observe(page)
            }}
            sandbox="allow-same-origin"
            srcDoc={sample.html}
            style={{ height: height + 16 }}
            tabIndex={-1}
            title={say('previewOf', { label: String(label) })}
          />
        </section>
      )}
    </div>
  )
}
