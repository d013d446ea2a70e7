'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'

import './pages.css'

/** What a run stored, to be opened and read. Payload's own field loads an editor from elsewhere. */
export const RecordField = ({ field, path }: JSONFieldClientProps) => {
  const { customComponents, value } = useField<object>({ path })
  if (!value) return null
  return (
    <details className="field-type matching__record">
      <summary>
        <FieldLabel as="span" label={field.label} path={path} />
      </summary>
      {/* In the reader’s language, so Payload has made it on the server. */}
      {customComponents?.Description}
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  )
}
