'use client'

import type { WaitingMentee } from '../operations/load-workspace.ts'
import type { Words } from '../types.ts'
import { usePages } from './use-pages.tsx'
import { useSay } from './use-say.ts'

type Props = { hasDraft: boolean; waiting: WaitingMentee[]; words: Words }

/** Everybody the last run has no proposal for, each with why; without a draft, those it named. */
export const Unmatched = ({ hasDraft, waiting, words }: Props) => {
  const say = useSay()
  const without = waiting.filter(
    ({ proposedTo, whyNot }) => proposedTo === undefined && (hasDraft || whyNot),
  )
  const { pages, rows } = usePages(without, (count) => say('mentees', { ...words, count }))
  if (without.length === 0) return null
  return (
    <section aria-labelledby="matching-unmatched" className="desk__section">
      <h2 id="matching-unmatched">{say('withoutProposal', { ...words, count: without.length })}</h2>
      <ul className="desk__list">
        {rows.map(({ daysWaited, id, name, summary, whyNot }) => (
          <li className="desk__card matching__card--two" key={id}>
            <div className="desk__person">
              <strong>{name}</strong>
              <span className="desk__summary">{summary}</span>
              <span className="desk__summary">{say('waiting', { count: daysWaited })}</span>
            </div>
            <p>{whyNot ?? say('afterTheRun')}</p>
          </li>
        ))}
      </ul>
      {pages}
    </section>
  )
}
