'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { ConfirmationModal, useModal } from '@payloadcms/ui'
import { type ReactNode, useId, useState } from 'react'

/** A decision that is asked about once more, because it writes to people or can't be taken back. */
export type Question = {
  heading: string
  body: ReactNode
  confirmLabel: string
  onConfirm: () => Promise<unknown>
}

/** The dialog for questions, and the way to ask one. Put `dialog` anywhere on the page. */
export const useQuestion = (): { ask: (question: Question) => void; dialog: ReactNode } => {
  const slug = useId()
  const { openModal } = useModal()
  const [question, setQuestion] = useState<Question>()
  return {
    ask: (next) => {
      setQuestion(next)
      openModal(slug)
    },
    dialog: (
      <ConfirmationModal
        body={question?.body}
        confirmLabel={question?.confirmLabel}
        confirmingLabel="Working…"
        heading={question?.heading}
        modalSlug={slug}
        onConfirm={async () => {
          await question?.onConfirm()
        }}
      />
    ),
  }
}

/** The question before two people are introduced. */
export const introduceQuestion = (
  { mentee, mentor }: { mentee: string; mentor: string },
  onConfirm: Question['onConfirm'],
): Question => ({
  heading: 'Introduce these two?',
  body: `${mentor} and ${mentee} each get an email with the other’s name and contact details.`,
  confirmLabel: 'Introduce',
  onConfirm,
})

/** The question before a match is undone. */
export const undoQuestion = (
  { id, mentee }: { id: string; mentee: string },
  act: Actions['act'],
): Question => ({
  heading: 'Undo this match?',
  body: `${mentee} goes back to the waiting list with the place they had. An introduction that has not gone out is stopped; otherwise both get an email that it is withdrawn.`,
  confirmLabel: 'Undo match',
  onConfirm: () =>
    act('undo', { match: id }, () => `Match undone. ${mentee} is back on the waiting list.`),
})
