'use client'

/** Components of the admin that run in the browser, as Payload's import map finds them. */
export { CriterionValues } from '../admin/CriterionValues.tsx'
export { MatchSelected } from '../admin/MatchSelected.tsx'
export { ReasonsField } from '../admin/ReasonsField.tsx'
export { RecordField } from '../admin/RecordField.tsx'
export { RepeatRun } from '../admin/RepeatRun.tsx'
export { RungLabel } from '../admin/RungLabel.tsx'
export { SettingsPreview } from '../admin/SettingsPreview.tsx'
