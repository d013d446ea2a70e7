'use client'

import { shortDate } from '@mentoring/kit/text'
import type { Actions } from '@mentoring/kit/use-actions'
import { Button, Link } from '@payloadcms/ui'

import type { PastMatch, Role } from '../operations/load-person.ts'
import { type Question, undoQuestion } from './ask.tsx'
import { Tier, type Tiers } from './Tier.tsx'

type Props = Actions & {
  ask: (question: Question) => void
  history: PastMatch[]
  /** Whose history this is. */
  name: string
  /** Where the pages of the others are. */
  otherPath: string
  role: Role
  tiers: Tiers
  /** What the others are called, for one of them. */
  word: string
}

/** Matches and exclusions of one person, with the way back from each. */
export const History = ({
  act,
  ask,
  history,
  isBusy,
  name,
  otherPath,
  role,
  tiers,
  word,
}: Props) => {
  const allow = ({ id, other }: PastMatch) =>
    ask({
      heading: 'Allow this pair again?',
      body: `${name} and ${other.name} can be proposed to each other again from the next matching run. What was decided before stays on record.`,
      confirmLabel: 'Allow again',
      onConfirm: () =>
        act('allow', { match: id }, () => `${name} and ${other.name} can be proposed again.`),
    })
  return (
    <section aria-labelledby="matching-history" className="desk__section">
      <h2 id="matching-history">Matches and exclusions</h2>
      {history.length === 0 ? (
        <p className="desk__empty">
          Nothing has been decided yet. Introductions, rejections and undone matches appear here.
        </p>
      ) : (
        <div className="desk__table-wrap">
          <table aria-labelledby="matching-history" className="desk__table">
            <thead>
              <tr>
                <th className="matching__capital" scope="col">
                  {word}
                </th>
                <th scope="col">Tier</th>
                <th scope="col">Decision</th>
                <th scope="col">Date</th>
                <th scope="col">
                  <span className="desk__hidden">Way back</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {history.map((match) => (
                <tr key={match.id}>
                  <th scope="row">
                    <Link href={`${otherPath}/${match.otherId}/matching`} prefetch={false}>
                      {match.other.name}
                    </Link>
                    <span className="desk__summary matching__block">{match.other.summary}</span>
                  </th>
                  <td>
                    <Tier
                      label={match.tierLabel}
                      tier={tiers.find(({ label }) => label === match.tierLabel)?.name ?? ''}
                      tiers={tiers}
                    />
                  </td>
                  <td>
                    {match.state}
                    {match.isExclusion && (
                      <span className="desk__summary matching__block">Not proposed again</span>
                    )}
                  </td>
                  <td className="matching__nowrap">{shortDate(match.at)}</td>
                  <td className="matching__end">
                    {match.canBeUndone && (
                      <Button
                        aria-label={`Undo: ${name} and ${match.other.name}`}
                        buttonStyle="secondary"
                        disabled={isBusy}
                        margin={false}
                        onClick={() =>
                          ask(
                            undoQuestion(
                              { id: match.id, mentee: role === 'mentee' ? name : match.other.name },
                              act,
                            ),
                          )
                        }
                        size="small"
                      >
                        Undo
                      </Button>
                    )}
                    {match.canBeAllowed && (
                      <Button
                        aria-label={`Allow again: ${name} and ${match.other.name}`}
                        buttonStyle="secondary"
                        disabled={isBusy}
                        margin={false}
                        onClick={() => allow(match)}
                        size="small"
                      >
                        Allow again
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
