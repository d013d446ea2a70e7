import type { Payload } from 'payload'

import { findEdition } from '../editions/in-force.ts'
import { askedBy, everyQuestion } from '../editions/questions-of.ts'
import { AnswersInputs } from './AnswersInputs.tsx'

type Props = {
  field: { label?: unknown }
  kind: string
  path: string
  payload: Payload
  readOnly?: boolean
}

/** Answers to the questions that are content, an input each; those that nobody is to see stay away. */
export const AnswersField = async ({ field, kind, path, payload, readOnly }: Props) => {
  const edition = await findEdition(payload)
  const asked = new Set(edition && askedBy(edition, kind).map(({ name }) => name))
  const questions = edition
    ? everyQuestion(edition, kind).filter(({ isOwn, seenBy }) => isOwn && seenBy !== 'nobody')
    : []
  return (
    <AnswersInputs
      label={String(field.label)}
      path={path}
      questions={questions.map(({ adminLabel, kind: kindOf, name, options = [] }) => ({
        name,
        kind: kindOf,
        label: adminLabel,
        options: options.map(({ label, value }) => ({ label, value })),
        isAsked: asked.has(name),
      }))}
      readOnly={readOnly}
    />
  )
}
