'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { Link } from '@payloadcms/ui'

import type { PastMatch, Role } from '../operations/load-person.ts'
import { undoQuestion, type Work } from './ask.tsx'
import { Tier } from './Tier.tsx'
import { useSay } from './use-say.ts'

type Props = Work & {
  history: PastMatch[]
  /** Whose history this is. */
  name: string
  /** Where the pages of the others are. */
  otherPath: string
  role: Role
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
  words,
}: Props) => {
  const say = useSay()
  const allow = ({ id, other }: PastMatch) => {
    const both = { first: name, second: other.name }
    ask({
      heading: say('allowAsk'),
      body: say('allowText', both),
      confirmLabel: say('allowAgain'),
      onConfirm: () => act('allow', { match: id }, () => say('allowDone', both)),
    })
  }
  return (
    <section aria-labelledby="matching-history" className="desk__section">
      <h2 id="matching-history">{say('history')}</h2>
      {history.length === 0 ? (
        <p className="desk__empty">{say('historyNone')}</p>
      ) : (
        <div className="desk__table-wrap">
          <table aria-labelledby="matching-history" className="desk__table">
            <thead>
              <tr>
                <th className="matching__capital" scope="col">
                  {role === 'mentee' ? words.mentor : words.mentee}
                </th>
                <th scope="col">{say('tier')}</th>
                <th scope="col">{say('decision')}</th>
                <th scope="col">{say('date')}</th>
                <th scope="col">
                  <span className="desk__hidden">{say('wayBack')}</span>
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
                      <span className="desk__summary matching__block">
                        {say('notProposedAgain')}
                      </span>
                    )}
                  </td>
                  <td className="matching__nowrap">{match.day}</td>
                  <td className="matching__end">
                    {match.canBeUndone && (
                      <SmallButton
                        aria-label={say('undoOf', { first: name, second: match.other.name })}
                        disabled={isBusy}
                        onClick={() =>
                          ask(
                            undoQuestion(
                              { id: match.id, mentee: role === 'mentee' ? name : match.other.name },
                              act,
                              say,
                            ),
                          )
                        }
                      >
                        {say('undo')}
                      </SmallButton>
                    )}
                    {match.canBeAllowed && (
                      <SmallButton
                        aria-label={say('allowAgainOf', {
                          first: name,
                          second: match.other.name,
                        })}
                        disabled={isBusy}
                        onClick={() => allow(match)}
                      >
                        {say('allowAgain')}
                      </SmallButton>
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
