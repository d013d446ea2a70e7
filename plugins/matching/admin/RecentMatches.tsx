'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'

import type { ShownMatch } from '../operations/load-workspace.ts'
import { type Question, undoQuestion } from './ask.tsx'
import { Tier, type Tiers } from './Tier.tsx'
import { useSay } from './use-say.ts'

type Props = Actions & {
  ask: (question: Question) => void
  recent: ShownMatch[]
  tiers: Tiers
}

/** The latest introductions, each with the way back. */
export const RecentMatches = ({ act, ask, isBusy, recent, tiers }: Props) => {
  const say = useSay()
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
                <Button
                  aria-label={say('undoPair', namesOf(match))}
                  buttonStyle="subtle"
                  disabled={isBusy}
                  margin={false}
                  onClick={() =>
                    ask(undoQuestion({ id: match.id, mentee: match.mentee.name }, act, say))
                  }
                  size="small"
                >
                  {say('undo')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const namesOf = ({ mentee, mentor }: ShownMatch) => ({ mentee: mentee.name, mentor: mentor.name })
