'use client'

import type { Actions } from '@mentoring/kit/use-actions'

import type { WaitingFilter, WaitingPage } from '../workspace/waiting-list.ts'
import type { Words } from '../types.ts'
import { useList } from './use-list.tsx'
import { useSay } from './use-say.ts'

type Props = Actions & {
  /** The first of them, when they came with the page. */
  first?: WaitingPage
  words: Words
}

const LEFT_OVER: WaitingFilter = { isLeftOver: true }

/** Everybody the last run has no proposal for, each with why; without a draft, those it named. */
export const Unmatched = (props: Props) => {
  const { words } = props
  const say = useSay()
  const { isLoading, list, pages, problem } = useList<WaitingFilter, WaitingPage>({
    ...props,
    all: (count) => say('mentees', { ...words, count }),
    filter: LEFT_OVER,
    name: 'waiting',
  })
  if (problem) return <p role="alert">{problem}</p>
  if (!list || list.total === 0) return null
  return (
    <section aria-busy={isLoading} aria-labelledby="matching-unmatched" className="desk__section">
      <h2 id="matching-unmatched">{say('withoutProposal', { ...words, count: list.total })}</h2>
      <ul className="desk__list">
        {list.rows.map(({ daysWaited, id, name, summary, whyNot }) => (
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
