'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { ConfirmationModal, useModal } from '@payloadcms/ui'
import { type ReactNode, useId, useState } from 'react'

import type { Say } from '../languages/index.ts'
import type { WorkspaceData } from '../operations/load-workspace.ts'
import { useSay } from './use-say.ts'

/** A decision that is asked about once more, because it writes to people or can't be taken back. */
export type Question = {
  heading: string
  body: ReactNode
  confirmLabel: string
  onConfirm: () => Promise<unknown>
}

/** What a part of a page acts with, and what it calls tiers and people. */
export type Work = Actions &
  Pick<WorkspaceData, 'tiers' | 'words'> & { ask: (question: Question) => void }

/** The dialog for questions, and the way to ask one. Put `dialog` anywhere on the page. */
export const useQuestion = (): { ask: (question: Question) => void; dialog: ReactNode } => {
  const say = useSay()
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
        confirmingLabel={say('working')}
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
  names: { mentee: string; mentor: string },
  onConfirm: Question['onConfirm'],
  say: Say,
): Question => ({
  heading: say('introduceAsk'),
  body: say('introduceText', names),
  confirmLabel: say('introduce'),
  onConfirm,
})

/** The question before a match is undone. */
export const undoQuestion = (
  { id, mentee }: { id: string; mentee: string },
  act: Actions['act'],
  say: Say,
): Question => ({
  heading: say('undoAsk'),
  body: say('undoText', { mentee }),
  confirmLabel: say('undoMatch'),
  onConfirm: () => act('undo', { match: id }, () => say('undoDone', { mentee })),
})
