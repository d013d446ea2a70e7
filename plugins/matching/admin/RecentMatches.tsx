'use client'

import { shortDate } from '@mentoring/kit/text'
import type { Actions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'

import type { ShownMatch } from '../operations/load-workspace.ts'
import { type Question, undoQuestion } from './ask.tsx'
import { Tier, type Tiers } from './Tier.tsx'

type Props = Actions & {
  ask: (question: Question) => void
  recent: ShownMatch[]
  tiers: Tiers
}

/** The latest introductions, each with the way back. */
export const RecentMatches = ({ act, ask, isBusy, recent, tiers }: Props) => (
  <section aria-labelledby="matching-recent" className="desk__section">
    <h2 id="matching-recent">Latest introductions</h2>
    {recent.length === 0 ? (
      <p>No introductions yet. They appear here, each with the way back.</p>
    ) : (
      <ul className="desk__list">
        {recent.map((match) => (
          <li className="desk__card matching__card--recent" key={match.id}>
            <div className="desk__person">
              <strong>
                {match.mentee.name} with {match.mentor.name}
              </strong>
              <span className="desk__summary">
                {match.confirmedAt && `Introduced ${shortDate(match.confirmedAt)}`}
              </span>
            </div>
            <div>
              <Tier label={match.tierLabel} tier={match.tier} tiers={tiers} />
            </div>
            <div className="desk__actions">
              <Button
                aria-label={`Undo the match of ${match.mentee.name} with ${match.mentor.name}`}
                buttonStyle="subtle"
                disabled={isBusy}
                margin={false}
                onClick={() => ask(undoQuestion({ id: match.id, mentee: match.mentee.name }, act))}
                size="small"
              >
                Undo
              </Button>
            </div>
          </li>
        ))}
      </ul>
    )}
  </section>
)
