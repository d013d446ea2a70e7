import { FieldLabel } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps, Payload, TextFieldServerComponent } from 'payload'

import { optionsOf } from '../types.ts'

/** In a list: which message it is, as its record calls it. */
export const TemplateCell = ({ cellData, payload }: DefaultServerCellComponentProps) => (
  <span>{labelOf(payload, cellData)}</span>
)

/** On the page of a message: which it is, as its record calls it. */
export const TemplateField: TextFieldServerComponent = ({ clientField, data, path, payload }) => (
  <div className="field-type">
    <FieldLabel as="span" label={clientField.label} path={path} />
    <div>{labelOf(payload, data.template)}</div>
  </div>
)

/** One that this version does not send any more has its name only. */
const labelOf = (payload: Payload, name: unknown): string =>
  optionsOf(payload).templates.find((template) => template.name === name)?.label ?? String(name)
