'use client'

import { LabelledCheckbox } from '@mentoring/kit/labelled-checkbox'
import { SmallButton } from '@mentoring/kit/small-button'
import type { Actions } from '@mentoring/kit/use-actions'

import type { ConfirmResult } from '../endpoints/index.ts'
import type { ShownProposal } from '../operations/load-workspace.ts'
import type { RunSummary } from '../operations/run.ts'
import type { Say } from '../languages/index.ts'
import { introduceQuestion, type Question, type Work } from './ask.tsx'
import { useSay } from './use-say.ts'

type Props = Work & {
  chosen: ShownProposal[]
  select: (ids: string[]) => void
  /** What the filters leave. */
  shown: ShownProposal[]
}

/** What can be done with several proposals at once. */
export const DraftActions = (props: Props) => {
  const { act, ask, chosen, isBusy, perform, post, select, shown } = props
  const say = useSay()
  const areAllChosen = chosen.length === shown.length && shown.length > 0
  const areAllLocked = chosen.length > 0 && chosen.every(({ isLocked }) => isLocked)
  const [first, second] = chosen
  const lock = () =>
    void perform(
      async () => {
        for (const matches of inParts(chosen)) {
          await post('lock', { matches, isLocked: !areAllLocked })
        }
      },
      () => say(areAllLocked ? 'unlockedMany' : 'lockedMany', { count: chosen.length }),
    )
  const swap = async () => {
    const isDone = await act<RunSummary>('swap', { matches: [first!.id, second!.id] }, () =>
      say('swapped', { first: first!.mentee.name, second: second!.mentee.name }),
    )
    if (isDone) select([])
  }

  return (
    <div className="matching__toolbar" role="group" aria-label={say('selectedProposals')}>
      <LabelledCheckbox
        id="matching-select-all"
        isChecked={areAllChosen}
        isPartial={chosen.length > 0 && !areAllChosen}
        label={chosen.length === 0 ? say('selectAll') : say('selected', { number: chosen.length })}
        onToggle={() => select(areAllChosen ? [] : shown.map(({ id }) => id))}
      />
      <div className="desk__actions">
        <SmallButton disabled={isBusy || chosen.length === 0} onClick={lock}>
          {say(areAllLocked ? 'unlock' : 'lock')}
        </SmallButton>
        <SmallButton
          disabled={isBusy || chosen.length !== 2}
          onClick={() => void swap()}
          tooltip={chosen.length === 2 ? undefined : say('swapTwo')}
        >
          {say('swap')}
        </SmallButton>
        <SmallButton
          buttonStyle="primary"
          disabled={isBusy || chosen.length === 0}
          onClick={() => ask(introduceAll(chosen, props, say))}
        >
          {chosen.length === 0
            ? say('introduceNone')
            : say('introduceMany', { number: chosen.length })}
        </SmallButton>
      </div>
    </div>
  )
}

/** The question before one or several pairs are introduced. */
export const introduceAll = (
  matches: ShownProposal[],
  { perform, post }: Pick<Actions, 'perform' | 'post'>,
  say: Say,
): Question => {
  const onConfirm = () =>
    perform(
      () => confirmInParts(matches, post),
      ({ confirmed, refused }) =>
        refused.length === 0
          ? say('introducedMany', { count: confirmed.length })
          : say('introducedSome', {
              count: confirmed.length,
              refused: refused.length,
              message: refused[0]!.message,
            }),
    )
  const [only] = matches
  return matches.length === 1 && only
    ? introduceQuestion({ mentee: only.mentee.name, mentor: only.mentor.name }, onConfirm, say)
    : {
        heading: say('introduceManyAsk', { number: matches.length }),
        body: say('introduceManyText'),
        confirmLabel: say('introduce'),
        onConfirm,
      }
}

/** In one request: few enough for an answer within seconds, and for the server's limit. */
const AT_ONCE = 100

const inParts = (matches: ShownProposal[]): string[][] =>
  Array.from({ length: Math.ceil(matches.length / AT_ONCE) }, (_, part) =>
    matches.slice(part * AT_ONCE, (part + 1) * AT_ONCE).map(({ id }) => id),
  )

/** @throws Error with the first refusal when nobody was introduced. */
const confirmInParts = async (
  matches: ShownProposal[],
  post: Actions['post'],
): Promise<ConfirmResult> => {
  const all: ConfirmResult = { confirmed: [], refused: [] }
  for (const part of inParts(matches)) {
    try {
      const { confirmed, refused } = await post<ConfirmResult>('confirm', { matches: part })
      all.confirmed.push(...confirmed)
      all.refused.push(...refused)
    } catch (error) {
      // Others may be introduced already: go on, and say so.
      const { message } = error as Error
      all.refused.push(...part.map((match) => ({ match, message })))
    }
  }
  if (all.confirmed.length === 0 && all.refused[0]) throw new Error(all.refused[0].message)
  return all
}
