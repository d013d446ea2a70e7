import type { Payload } from 'payload'

import { labelledAnswers } from '../answers.ts'
import { findEdition } from '../editions/in-force.ts'
import { everyQuestion } from '../editions/questions-of.ts'
import { type OwnAnswers } from '../own-answers.ts'

type Props = { cellData?: unknown; kind: string; payload: Payload }

/** In one column, the answers to the questions that are to stand in lists. */
export const AnswersCell = async ({ cellData, kind, payload }: Props) => {
  const edition = await findEdition(payload)
  const fields = edition
    ? everyQuestion(edition, kind)
        .filter(({ isInLists, isOwn }) => isOwn && isInLists)
        .map((question) => ({ ...question, label: question.adminLabel, showWhen: undefined }))
    : []
  const rows = labelledAnswers(
    { sections: [{ title: '', slug: '', fields }] },
    (cellData ?? {}) as OwnAnswers,
  ).filter(({ value }) => value !== '')
  if (rows.length === 0) return <span>–</span>
  return (
    <span>
      {rows.map(({ label, value }) => `${label}: ${value.replace(/\n/g, ', ')}`).join(' · ')}
    </span>
  )
}
