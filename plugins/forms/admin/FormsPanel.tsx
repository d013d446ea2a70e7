import { Banner } from '@payloadcms/ui'
import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { unpublished } from '../editions/publish.ts'
import { formsOptionsOf } from '../options.ts'
import './forms.css'
import { PublishForms } from './PublishForms.tsx'

/** More than this are counted instead of named. */
const NAMED = 8

type Props = { payload: Payload; user?: PayloadRequest['user'] }

/**
 * Says what is saved and not on the public forms yet, what stands in the way, and publishes it. Stands above the lists
 * of forms, questions and choices, and beside each of them.
 */
export const FormsPanel = async ({ payload, user }: Props) => {
  const options = formsOptionsOf(payload)
  const req = await createLocalReq({ user: user ?? undefined }, payload)
  if (!options.access.edit({ req })) return null
  const { changes, definition, number, problems } = await unpublished(req, options)
  const { admin, api } = payload.config.routes
  const { previewPath } = options
  const previews = previewPath
    ? options.forms
        .filter(({ kind }) => kind in definition.forms)
        .map(({ kind, label }) => ({
          href: `${api}${previewPath}${kind}`,
          label: `Preview: ${label}`,
        }))
    : []
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
      <h2 id="forms-unpublished">
        {changes.length === 0
          ? 'Something is not in order'
          : changes.length === 1
            ? '1 change is not published yet'
            : `${changes.length} changes are not published yet`}
      </h2>
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
                <a href={`${admin}${path}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <PublishForms canPublish={changes.length > 0 && problems.length === 0} previews={previews} />
    </section>
  )
}
