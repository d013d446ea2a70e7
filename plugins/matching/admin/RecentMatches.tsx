'use client'

import { SmallButton } from '@mentoring/kit/small-button'

import type { ShownMatch } from '../workspace/shown.ts'
import { undoQuestion, type Work } from './ask.tsx'
import { Tier } from './Tier.tsx'
import { Reading, useRead } from './use-list.tsx'
import { useSay } from './use-say.ts'

/** The latest introductions, each with the way back. */
export const RecentMatches = (props: Work) => {
  const { act, ask, isBusy, tiers } = props
  const say = useSay()
  const { found, problem } = useRead<{ recent: ShownMatch[] }>('recent', props)
  if (!found || problem) return <Reading problem={problem} />
  const { recent } = found
  return (
    <section aria-labelledby="matching-recent" className="desk__section">
      <h2 id="matching-recent">{say('recent')}</h2>
      {recent.length === 0 ? (
        <p>{say('recentNone')}</p>
      ) : (
        <ul className="desk__list">
          {recent.map((match) => (
            <li className="desk__card matching__card--recent" key={match.id}>
              <div className="desk__person">
                <strong>{say('recentPair', namesOf(match))}</strong>
                <span className="desk__summary">
                  {match.introducedDay && say('introducedDay', { day: match.introducedDay })}
                </span>
              </div>
              <div>
                <Tier label={match.tierLabel} tier={match.tier} tiers={tiers} />
              </div>
              <div className="desk__actions">
                <SmallButton
                  aria-label={say('undoPair', namesOf(match))}
                  buttonStyle="subtle"
                  disabled={isBusy}
                  onClick={() =>
                    ask(undoQuestion({ id: match.id, mentee: match.mentee.name }, act, say))
                  }
                >
                  {say('undo')}
                </SmallButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const namesOf = ({ mentee, mentor }: ShownMatch) => ({ mentee: mentee.name, mentor: mentor.name })
