'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import type { Actions } from '@mentoring/kit/use-actions'
import { Banner } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Say } from '../languages/index.ts'
import type { ShownChange, ShownRun } from '../workspace/show-run.ts'
import type { Words } from '../types.ts'
import { change } from './preview-text.ts'
import { useSay } from './use-say.ts'

type Props = Pick<Actions, 'post'> & {
  lastRun?: ShownRun
  /** What became of its proposals since; a sentence. */
  stale?: string
  words: Words
}

/** What is to be known of the run that made the draft: what it changed, and what locks cost. */
export const RunNotes = ({ lastRun, post, stale, words }: Props) => {
  const say = useSay()
  if (!lastRun) return null
  const { areLocksFree, before, changes, dropped, droppedLocks, isOutdated, locksCost } = lastRun
  // Against nothing everything is new, which says nothing.
  const hasDifference = before.proposed > 0 && changes > 0
  if (!hasDifference && !isOutdated && !locksCost && !stale && droppedLocks.length === 0)
    return null
  return (
    <div className="matching__notes">
      {stale && <Banner type="info">{stale}</Banner>}
      {isOutdated && <Banner type="info">{say('settingsChanged')}</Banner>}
      {droppedLocks.map((sentence, n) => (
        <Banner key={n} type="error">
          {sentence}
        </Banner>
      ))}
      {dropped > droppedLocks.length && (
        <p>{say('droppedMore', { count: dropped - droppedLocks.length })}</p>
      )}
      {locksCost && (
        <p>{areLocksFree ? say('locksCostNothing') : say('locksCost', { cost: locksCost })}</p>
      )}
      {hasDifference && <Changes key={lastRun.id} lastRun={lastRun} post={post} words={words} />}
    </div>
  )
}

/** What the run changed, for those who open it: a few at a time. */
const Changes = ({ lastRun, post, words }: Required<Omit<Props, 'stale'>>) => {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const [wanted, setWanted] = useState(0)
  const [changes, setChanges] = useState<ShownChange[]>([])
  const [problem, setProblem] = useState<string>()
  const { id } = lastRun
  useEffect(() => {
    if (!isOpen) return
    let isWanted = true
    post<{ changes: ShownChange[] }>('changes', { run: id, from: wanted }).then(
      (more) => isWanted && setChanges((before) => [...before.slice(0, wanted), ...more.changes]),
      ({ message }: Error) => isWanted && setProblem(message),
    )
    return () => {
      isWanted = false
    }
  }, [id, isOpen, post, wanted])
  return (
    <details
      className="matching__details"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{changesHeadline(lastRun, say)}</summary>
      <ul>
        {changes.map((one, n) => (
          // Two people can have one name.
          <li key={n}>{changeSentence(one, words, say)}</li>
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      {changes.length > 0 && changes.length < lastRun.changes && (
        <SmallButton onClick={() => setWanted(changes.length)}>{say('showMore')}</SmallButton>
      )}
    </details>
  )
}

/** @example '3 changes from the draft before: 7 proposals instead of 6, total score +40' */
const changesHeadline = ({ after, before, changes }: ShownRun, say: Say): string => {
  let headline = say('changes', { count: changes })
  if (after.proposed !== before.proposed) {
    const proposals = say('proposals', { count: after.proposed })
    headline = say('changesProposals', { changes: headline, proposals, before: before.proposed })
  }
  if (after.total === before.total) return headline
  return say('changesScore', { changes: headline, score: change(after.total - before.total, say) })
}

/** One change in words. */
export const changeSentence = (
  { after, before, mentee: name }: { mentee: string; before?: string; after?: string },
  { mentor }: Words,
  say: Say,
): string => {
  if (after && before) return say('changed', { name, after, before })
  return after
    ? say('changedNew', { name, after })
    : say('changedGone', { name, mentor, before: before ?? '' })
}
