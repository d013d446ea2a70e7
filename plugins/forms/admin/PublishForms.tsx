'use client'

import { useActions } from '@mentoring/kit/use-actions'
import {
  Banner,
  Button,
  CheckboxInput,
  toast,
  useConfig,
  useDocumentInfo,
  useFormModified,
} from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { Unpublished } from '../editions/publish.ts'

/** More than this are counted instead of named. */
const NAMED = 8

type Shown = Omit<Unpublished, 'definition'>
type Props = { now: Shown; previews: { href: string; label: string }[] }

/**
 * What is not published yet, the forms as they would be, and the button that makes them so. Reads again by itself what
 * has changed: to load the whole page again would take away what somebody has typed and not saved.
 */
export const PublishForms = ({ now, previews }: Props) => {
  const { post } = useActions('forms')
  const { config } = useConfig()
  const { lastUpdateTime } = useDocumentInfo()
  const isTyped = useFormModified()
  const [read, setRead] = useState({ after: now, shown: now })
  // Whatever came last: what was read here, or the page anew. That may have been on its way since before a publication.
  const isReadLast = read.after === now || read.shown.number > now.number
  const shown = isReadLast ? read.shown : now
  const [isBusy, setIsBusy] = useState(false)
  const [mustReplace, setMustReplace] = useState(false)
  const address = `${config.serverURL}${config.routes.api}/forms/unpublished`

  const readAgain = useCallback(async () => {
    const answer = await fetch(address, { credentials: 'include' }).catch(() => undefined)
    if (answer?.ok) setRead({ after: now, shown: (await answer.json()) as Shown })
  }, [address, now])

  const readFor = useRef(lastUpdateTime)
  useEffect(() => {
    if (readFor.current === lastUpdateTime) return
    readFor.current = lastUpdateTime
    void readAgain()
  }, [lastUpdateTime, readAgain])

  const publish = async () => {
    setIsBusy(true)
    try {
      const { number } = await post<{ number: number }>('publish', { mustReplace })
      toast.success(`Published as edition ${number}.`)
      setMustReplace(false)
    } catch (error) {
      toast.error((error as Error).message)
    }
    // After a refusal too: what the screen showed was out of date.
    await readAgain()
    setIsBusy(false)
  }

  const { changes, number, problems } = shown
  if (changes.length === 0 && problems.length === 0) {
    return (
      <Banner type="success">
        What is saved here is on the public forms (edition {number}). Changes count once they are
        published.
      </Banner>
    )
  }
  return (
    <section aria-labelledby="forms-unpublished" className="forms-panel">
      <h2 id="forms-unpublished">{headingFor(changes.length)}</h2>
      <ul>
        {changes.slice(0, NAMED).map((change) => (
          <li key={change}>{change}</li>
        ))}
        {changes.length > NAMED && <li>And {changes.length - NAMED} more.</li>}
      </ul>
      {problems.length > 0 && (
        <div className="forms-panel__problems">
          <strong>Before you can publish:</strong>
          <ul>
            {problems.map(({ path, text }) => (
              <li key={text}>
                <a href={`${config.routes.admin}${path}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isTyped && <p>What you have typed and not saved is not published.</p>}
      {number > 0 && (
        <div className="forms-panel__replace">
          <CheckboxInput
            checked={mustReplace}
            id="forms-must-replace"
            label="Also for those who are filling in a form now"
            onToggle={() => setMustReplace(!mustReplace)}
          />
          <p>
            Otherwise they finish the form they began, within a day. Tick it when something was
            wrong and must not be asked any more.
          </p>
        </div>
      )}
      <div className="forms-panel__actions">
        <Button
          disabled={changes.length === 0 || problems.length > 0 || isBusy}
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
    </section>
  )
}

const headingFor = (changes: number): string => {
  if (changes === 0) return 'Something is not in order'
  return changes === 1
    ? '1 change is not published yet'
    : `${changes} changes are not published yet`
}
