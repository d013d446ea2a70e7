'use client'

import { Button, CheckboxInput } from '@payloadcms/ui'
import { useState } from 'react'

import type { ConfirmResult } from '../endpoints/index.ts'
import type { ShownMatch } from '../operations/load-workspace.ts'
import { count, waited } from './text.ts'
import { Reasons, Tier } from './Tier.tsx'
import type { useActions } from './use-actions.ts'
import type { Question } from './Workspace.tsx'

type Props = {
  act: ReturnType<typeof useActions>['act']
  ask: (question: Question) => void
  isBusy: boolean
  isCertified: boolean
  proposals: ShownMatch[]
  tiers: string[]
}

/** What the last run proposes, to be introduced one by one, some, or all, or rejected. */
export const Proposals = ({ act, ask, isBusy, isCertified, proposals, tiers }: Props) => {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // What was decided meanwhile is not selected any more.
  const chosen = proposals.filter(({ id }) => selected.has(id))
  if (proposals.length === 0) return null

  const introduce = (matches: ShownMatch[]) =>
    ask({
      heading: matches.length === 1 ? 'Introduce these two?' : `Introduce ${matches.length} pairs?`,
      body:
        matches.length === 1
          ? `${matches[0]!.mentor.name} and ${matches[0]!.mentee.name} each get an email with the other’s name and contact details.`
          : 'Both people of each pair get an email with the other’s name and contact details.',
      confirmLabel: 'Introduce',
      onConfirm: () =>
        act<ConfirmResult>(
          'confirm',
          { matches: matches.map(({ id }) => id) },
          ({ confirmed, refused }) =>
            refused.length === 0
              ? `${count(confirmed.length, 'pair')} introduced. The emails are on their way.`
              : `${count(confirmed.length, 'pair')} introduced, ${refused.length} not: ${refused[0]!.message}`,
        ),
    })
  const reject = (match: ShownMatch) =>
    ask({
      heading: 'Reject this proposal?',
      body: `${match.mentor.name} and ${match.mentee.name} will not be proposed to each other again. Nobody is told.`,
      confirmLabel: 'Reject',
      onConfirm: () => act('reject', { match: match.id }, () => 'Proposal rejected.'),
    })
  const toggle = (id: string) =>
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const areAllChosen = chosen.length === proposals.length

  return (
    <section aria-labelledby="matching-proposals" className="matching__section">
      <div className="matching__section-header">
        <div>
          <h2 id="matching-proposals">{count(proposals.length, 'proposal')}</h2>
          <p>
            {isCertified &&
              'Proved to be the best: no other choice matches more people, and the longest waiting come first. '}
            Nobody is told until you introduce them.
          </p>
        </div>
        <Button
          disabled={isBusy || chosen.length === 0}
          margin={false}
          onClick={() => introduce(chosen)}
        >
          {chosen.length === 0 ? 'Introduce selected' : `Introduce ${chosen.length} selected`}
        </Button>
      </div>
      <div className="matching__select-all">
        <CheckboxInput
          checked={areAllChosen}
          id="matching-select-all"
          label="Select all"
          name="matching-select-all"
          onToggle={() =>
            setSelected(areAllChosen ? new Set() : new Set(proposals.map(({ id }) => id)))
          }
          partialChecked={chosen.length > 0 && !areAllChosen}
        />
      </div>
      <ul className="matching__list">
        {proposals.map((match) => (
          <li className="matching__card" key={match.id}>
            <div className="matching__card-select">
              <CheckboxInput
                checked={selected.has(match.id)}
                id={`select-${match.id}`}
                name={`select-${match.id}`}
                Label={
                  <label className="matching__hidden" htmlFor={`select-${match.id}`}>
                    Select {match.mentee.name} and {match.mentor.name}
                  </label>
                }
                onToggle={() => toggle(match.id)}
              />
            </div>
            <div className="matching__pair">
              <div>
                <span className="matching__role">Mentee</span>
                <strong>{match.mentee.name}</strong>
                <span className="matching__summary">{match.mentee.summary}</span>
                {match.daysWaited !== undefined && (
                  <span className="matching__summary">Waiting {waited(match.daysWaited)}</span>
                )}
              </div>
              <div>
                <span className="matching__role">Mentor</span>
                <strong>{match.mentor.name}</strong>
                <span className="matching__summary">{match.mentor.summary}</span>
              </div>
              <div>
                <Tier label={match.tierLabel} tier={match.tier} tiers={tiers} />
                <Reasons differences={match.differences} reasons={match.reasons} />
              </div>
            </div>
            <div className="matching__actions">
              <Button
                aria-label={`Introduce ${match.mentee.name} and ${match.mentor.name}`}
                buttonStyle="secondary"
                disabled={isBusy}
                margin={false}
                onClick={() => introduce([match])}
                size="small"
              >
                Introduce
              </Button>
              <Button
                aria-label={`Reject ${match.mentee.name} and ${match.mentor.name}`}
                buttonStyle="subtle"
                disabled={isBusy}
                margin={false}
                onClick={() => reject(match)}
                size="small"
              >
                Reject
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
