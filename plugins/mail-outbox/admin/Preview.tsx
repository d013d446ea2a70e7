'use client'

import { Button, toast, useConfig, useFormFields } from '@payloadcms/ui'
import { useId, useState } from 'react'

import './preview.css'

type Sample = { subject: string; html: string }

/** How an email would look with the words as they stand, and a test email to whoever edits them. */
export const Preview = () => {
  const { config } = useConfig()
  const template = useFormFields(([fields]) => fields.name?.value)
  const label = useFormFields(([fields]) => fields.label?.value)
  const subject = useFormFields(([fields]) => fields.subject?.value)
  const body = useFormFields(([fields]) => fields.body?.value)
  const [sample, setSample] = useState<Sample & { of: unknown[] }>()
  const [isBusy, setIsBusy] = useState(false)
  const [height, setHeight] = useState(0)
  const id = useId()

  const post = async <T,>(action: string, then: (answer: T) => void) => {
    setIsBusy(true)
    const response = await fetch(
      `${config.serverURL ?? ''}${config.routes.api}/mail-words/${action}`,
      {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ template, subject: subject ?? '', body: body ?? '' }),
      },
    ).catch(() => undefined)
    // What stands between may answer with a page of its own.
    const answer = (await response?.json().catch(() => undefined)) as
      (T & { message?: string }) | undefined
    setIsBusy(false)
    if (response?.ok && answer) then(answer)
    else toast.error(answer?.message ?? 'The server did not answer. Try again.')
  }
  const isOutdated = sample !== undefined && (sample.of[0] !== subject || sample.of[1] !== body)

  return (
    <div className="mail-preview">
      <div className="mail-preview__actions">
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() =>
            void post<Sample>('preview', (answer) => setSample({ ...answer, of: [subject, body] }))
          }
          size="small"
        >
          {sample ? 'Preview again' : 'Preview'}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() =>
            void post<{ message: string }>('test', ({ message }) => toast.success(message))
          }
          size="small"
        >
          Send me a test email
        </Button>
      </div>
      {sample && (
        <section aria-labelledby={id}>
          <p className="mail-preview__note">
            {isOutdated
              ? 'The words have changed since this preview.'
              : 'With invented people. Nothing has been sent or saved.'}
          </p>
          <p className="mail-preview__subject" id={id}>
            Subject: <strong>{sample.subject}</strong>
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
            title={`Preview: ${String(label)}`}
          />
        </section>
      )}
    </div>
  )
}
