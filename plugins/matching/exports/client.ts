'use client'

/** Components of the admin that run in the browser, as Payload's import map finds them. */
export { MatchSelected } from '../admin/MatchSelected.tsx'
export { ReasonsField } from '../admin/ReasonsField.tsx'
export { RecordField } from '../admin/RecordField.tsx'
export { RepeatRun } from '../admin/RepeatRun.tsx'
