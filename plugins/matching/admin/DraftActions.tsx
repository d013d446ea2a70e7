'use client'

import { LabelledCheckbox } from '@mentoring/kit/labelled-checkbox'
import { SmallButton } from '@mentoring/kit/small-button'
import type { Actions } from '@mentoring/kit/use-actions'

import type { RunSummary } from '../operations/make-draft.ts'
import type { ShownProposal } from '../workspace/shown.ts'
import type { Say } from '../languages/index.ts'
import { introduceQuestion, type Question, type Work } from './ask.tsx'
import { useSay } from './use-say.ts'
import type { Selection } from './use-selection.ts'

type Props = Work & {
  /** Has proposals introduced, one after the other. */
  introduce: (chosen: Promise<string[]>) => Promise<void>
  /** Is a draft being made? */
  isMatching: boolean
  selection: Selection
}

/** What can be done with several proposals at once. */
export const DraftActions = (props: Props) => {
  const { act, ask, isBusy, isMatching, perform, post, selection } = props
  const { areAll, areAllLocked, clear, count, ids, pair, toggleAll } = selection
  const say = useSay()
  const lock = () =>
    void perform(
      async () => {
        const chosen = await ids()
        for (const matches of inParts(chosen)) {
          await post('lock', { matches, isLocked: !areAllLocked })
        }
        return chosen
      },
      (chosen) => say(areAllLocked ? 'unlockedMany' : 'lockedMany', { count: chosen.length }),
    )
  const swap = async () => {
    const [first, second] = pair!
    const isDone = await act<RunSummary>('swap', { matches: [first.id, second.id] }, () =>
      say('swapped', { first: first.mentee.name, second: second.mentee.name }),
    )
    if (isDone) clear()
  }
  const introduce = () => {
    if (selection.only) return ask(introduceOne(selection.only, act, say))
    // Those who are chosen now are meant, and they are there before somebody has read the question.
    const chosen = ids()
    chosen.catch(() => undefined)
    ask({
      heading: say('introduceManyAsk', { number: count }),
      body: say('introduceManyText'),
      confirmLabel: say('introduce'),
      onConfirm: async () => {
        await props.introduce(chosen)
        clear()
      },
    })
  }

  return (
    <div className="matching__toolbar" role="group" aria-label={say('selectedProposals')}>
      <LabelledCheckbox
        id="matching-select-all"
        isChecked={areAll}
        isPartial={count > 0 && !areAll}
        label={count === 0 ? say('selectAll') : say('selected', { number: count })}
        onToggle={toggleAll}
      />
      <div className="desk__actions">
        <SmallButton disabled={isBusy || count === 0} onClick={lock}>
          {say(areAllLocked ? 'unlock' : 'lock')}
        </SmallButton>
        <SmallButton
          disabled={isBusy || isMatching || !pair}
          onClick={() => void swap()}
          tooltip={pair ? undefined : say('swapTwo')}
        >
          {say('swap')}
        </SmallButton>
        <SmallButton buttonStyle="primary" disabled={isBusy || count === 0} onClick={introduce}>
          {count === 0 ? say('introduceNone') : say('introduceMany', { number: count })}
        </SmallButton>
      </div>
    </div>
  )
}

/** The question before one pair is introduced. */
export const introduceOne = (
  { id, mentee, mentor }: ShownProposal,
  act: Actions['act'],
  say: Say,
): Question =>
  introduceQuestion(
    { mentee: mentee.name, mentor: mentor.name },
    () => act('confirm', { matches: [id] }, () => say('introducedMany', { count: 1 })),
    say,
  )

/** In one request: few enough for an answer within seconds, and for the server's limit. */
const AT_ONCE = 100

const inParts = (matches: string[]): string[][] =>
  Array.from({ length: Math.ceil(matches.length / AT_ONCE) }, (_, part) =>
    matches.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
