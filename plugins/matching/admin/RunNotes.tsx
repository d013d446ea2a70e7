'use client'

import { Banner } from '@payloadcms/ui'

import type { Say } from '../languages/index.ts'
import type { ShownRun } from '../operations/load-workspace.ts'
import type { Words } from '../types.ts'
import { change } from './preview-text.ts'
import { useSay } from './use-say.ts'

type Props = {
  lastRun?: ShownRun
  /** What became of its proposals since; a sentence. */
  stale?: string
  words: Words
}

/** What is to be known of the run that made the draft: what it changed, and what locks cost. */
export const RunNotes = ({ lastRun, stale, words }: Props) => {
  const say = useSay()
  if (!lastRun) return null
  const { areLocksFree, before, changes, droppedLocks, isOutdated, locksCost } = lastRun
  // Against nothing everything is new, which says nothing.
  const hasDifference = before.proposed > 0 && changes.length > 0
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
      {locksCost && (
        <p>{areLocksFree ? say('locksCostNothing') : say('locksCost', { cost: locksCost })}</p>
      )}
      {hasDifference && (
        <details className="matching__details">
          <summary>{changesHeadline(lastRun, say)}</summary>
          <ul>
            {changes.map(({ after, before, mentee }, n) => (
              // Two people can have one name.
              <li key={n}>{changeSentence({ after, before, mentee }, words, say)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** @example '3 changes from the draft before: 7 proposals instead of 6, total score +40' */
const changesHeadline = ({ after, before, changes }: ShownRun, say: Say): string => {
  let headline = say('changes', { count: changes.length })
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
