'use client'

import { count, waited } from '@mentoring/kit/text'

import type { WaitingMentee } from '../operations/load-workspace.ts'
import type { Words } from '../types.ts'
import { usePages } from './use-pages.tsx'

type Props = { hasDraft: boolean; waiting: WaitingMentee[]; words: Words }

/** Everybody the last run has no proposal for, each with why; without a draft, those it named. */
export const Unmatched = ({ hasDraft, waiting, words }: Props) => {
  const without = waiting.filter(
    ({ proposedTo, whyNot }) => proposedTo === undefined && (hasDraft || whyNot),
  )
  const { pages, rows } = usePages(without, [words.mentee, words.mentees])
  if (without.length === 0) return null
  return (
    <section aria-labelledby="matching-unmatched" className="desk__section">
      <h2 id="matching-unmatched">
        {count(without.length, words.mentee, words.mentees)} without a proposal
      </h2>
      <ul className="desk__list">
        {rows.map(({ daysWaited, id, name, summary, whyNot }) => (
          <li className="desk__card matching__card--two" key={id}>
            <div className="desk__person">
              <strong>{name}</strong>
              <span className="desk__summary">{summary}</span>
              <span className="desk__summary">Waiting {waited(daysWaited)}</span>
            </div>
            <p>
              {whyNot ?? 'Joined the waiting list after the run, or was taken out of the draft.'}
            </p>
          </li>
        ))}
      </ul>
      {pages}
    </section>
  )
}
