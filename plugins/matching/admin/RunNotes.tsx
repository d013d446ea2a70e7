'use client'

import { count } from '@mentoring/kit/text'
import { Banner } from '@payloadcms/ui'

import type { ShownRun } from '../operations/load-workspace.ts'
import type { Words } from '../types.ts'

type Props = {
  lastRun?: ShownRun
  /** What became of its proposals since; a sentence. */
  stale?: string
  words: Words
}

/** What is to be known of the run that made the draft: what it changed, and what locks cost. */
export const RunNotes = ({ lastRun, stale, words }: Props) => {
  if (!lastRun) return null
  const { after, before, changes, droppedLocks, isOutdated, locksCost } = lastRun
  // Against nothing everything is new, which says nothing.
  const hasDifference = before.proposed > 0 && changes.length > 0
  if (!hasDifference && !isOutdated && !locksCost && !stale && droppedLocks.length === 0)
    return null
  return (
    <div className="matching__notes">
      {stale && <Banner type="info">{stale}</Banner>}
      {isOutdated && (
        <Banner type="info">
          The settings have changed since the last run. Match again to use the new ones.
        </Banner>
      )}
      {droppedLocks.map((sentence, n) => (
        <Banner key={n} type="error">
          {sentence}
        </Banner>
      ))}
      {locksCost && (
        <p>
          {locksCost === 'costs nothing'
            ? 'All locks together cost nothing: the best draft without them is as good.'
            : `All locks together, against the best draft without them: ${locksCost}.`}
        </p>
      )}
      {hasDifference && (
        <details className="matching__details">
          <summary>
            {`${count(changes.length, 'change')} from the draft before`}
            {after.proposed !== before.proposed &&
              `: ${count(after.proposed, 'proposal')} instead of ${before.proposed}`}
            {after.total !== before.total && `, total score ${signed(after.total - before.total)}`}
          </summary>
          <ul>
            {changes.map(({ after, before, mentee }, n) => (
              // Two people can have one name.
              <li key={n}>{changeSentence({ after, before, mentee }, words)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const signed = (change: number): string => (change > 0 ? `+${change}` : `−${-change}`)

/** One change in words. */
export const changeSentence = (
  { after, before, mentee }: { mentee: string; before?: string; after?: string },
  { mentor }: Words,
): string => {
  if (after && before) return `${mentee}: ${after} instead of ${before}`
  return after
    ? `${mentee}: ${after}, nobody before`
    : `${mentee}: no ${mentor} now, ${before} before`
}
