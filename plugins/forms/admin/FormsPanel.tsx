import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { unpublished } from '../editions/publish.ts'
import { formsOptionsOf } from '../options.ts'
import './forms.css'
import { PublishForms } from './PublishForms.tsx'

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
  const { previewPath } = options
  const previews = previewPath
    ? options.forms
        .filter(({ kind }) => kind in definition.forms)
        .map(({ kind, label }) => ({
          href: `${payload.config.routes.api}${previewPath}${kind}`,
          label: `Preview: ${label}`,
        }))
    : []
  return <PublishForms now={{ changes, number, problems }} previews={previews} />
}
