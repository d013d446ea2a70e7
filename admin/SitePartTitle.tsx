'use client'

import { useDocumentTitle, useFormFields } from '@payloadcms/ui'
import type { SelectFieldClientComponent } from 'payload'
import { useEffect } from 'react'

/** Calls a part of the site by its name at the top of its form: Payload would show the key of the choice. */
export const SitePartTitle: SelectFieldClientComponent = ({ field: { options }, path }) => {
  const { setDocumentTitle, title } = useDocumentTitle()
  const value = useFormFields(([fields]) => fields[path]?.value)
  const option = options.find((one) => typeof one === 'object' && one.value === value)
  const label = typeof option === 'object' && typeof option.label === 'string' && option.label
  useEffect(() => {
    if (!label || title === label) return undefined
    // Payload sets its own in an effect that comes after this one.
    const later = setTimeout(() => setDocumentTitle(label))
    return () => clearTimeout(later)
  }, [label, setDocumentTitle, title])
  return null
}
