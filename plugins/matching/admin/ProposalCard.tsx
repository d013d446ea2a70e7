'use client'

import { LabelledCheckbox } from '@mentoring/kit/labelled-checkbox'
import { waited } from '@mentoring/kit/text'
import type { Actions } from '@mentoring/kit/use-actions'
import { Button, Pill } from '@payloadcms/ui'

import type { MentorWithPlaces, ShownProposal } from '../operations/load-workspace.ts'
import type { Words } from '../types.ts'
import type { Question } from './ask.tsx'
import { introduceAll } from './DraftActions.tsx'
import { nextBestSentence } from './headlines.ts'
import { Suggestions } from './Suggestions.tsx'
import { Differences, Shared, Tier, type Tiers } from './Tier.tsx'

type Props = Actions & {
  ask: (question: Question) => void
  /** Are the other possible mentors shown? */
  isOpen: boolean
  isSelected: boolean
  match: ShownProposal
  mentors: MentorWithPlaces[]
  onOpen: () => void
  onSelect: () => void
  tiers: Tiers
  words: Words
}

/** One proposal: the two side by side, why, and what can be done with it. */
export const ProposalCard = (props: Props) => {
  const { act, ask, isBusy, isOpen, isSelected, match, onOpen, onSelect, tiers, words } = props
  const { id, isLocked, lockCost, mentee, mentor, points, stale } = match
  const both = `${mentee.name} and ${mentor.name}`
  const panel = `others-${id}`
  const next = nextBestSentence(match, words)

  const lock = () =>
    void act('lock', { matches: [id], isLocked: !isLocked }, () =>
      isLocked ? `${both} unlocked.` : `${both} locked. The next run keeps them together.`,
    )
  const reject = () =>
    ask({
      heading: 'Reject this proposal?',
      body: `${mentor.name} and ${mentee.name} will not be proposed to each other again. Nobody is told.`,
      confirmLabel: 'Reject',
      onConfirm: () => act('reject', { match: id }, () => 'Proposal rejected.'),
    })

  return (
    <li className={`desk__card${isLocked ? ' matching__card--locked' : ''}`}>
      <div className="matching__card-select">
        <LabelledCheckbox
          id={`select-${id}`}
          isChecked={isSelected}
          isLabelHidden
          label={`Select ${both}`}
          onToggle={onSelect}
        />
      </div>
      <div className="matching__pair">
        <div>
          <span className="matching__role">{words.mentee}</span>
          <strong>{mentee.name}</strong>
          <span className="desk__summary">{mentee.summary}</span>
          {match.daysWaited !== undefined && (
            <span className="desk__summary">Waiting {waited(match.daysWaited)}</span>
          )}
        </div>
        <div>
          <span className="matching__role">{words.mentor}</span>
          <strong>{mentor.name}</strong>
          <span className="desk__summary">{mentor.summary}</span>
        </div>
        <div className="matching__why">
          <div className="matching__pills">
            <Tier label={match.tierLabel} tier={match.tier} tiers={tiers} />
            {isLocked && (
              <Pill pillStyle="dark" size="small">
                Locked
              </Pill>
            )}
            {points && (
              <span className="desk__summary">
                {points.has} of {points.most} points
              </span>
            )}
          </div>
          {lockCost && <p className="matching__cost">This lock: {lockCost}.</p>}
          {next && !isLocked && <p className="matching__cost">{next}</p>}
        </div>
        <div>
          <Shared reasons={match.reasons} />
        </div>
        <div>
          <Differences differences={match.differences} />
        </div>
      </div>
      <div className="desk__actions matching__actions--stacked">
        <Button
          aria-label={`Introduce ${both}`}
          buttonStyle="secondary"
          disabled={isBusy || stale?.isBroken}
          margin={false}
          onClick={() => ask(introduceAll([match], props))}
          size="small"
        >
          Introduce
        </Button>
        <Button
          aria-label={`${isLocked ? 'Unlock' : 'Lock'} ${both}`}
          buttonStyle="subtle"
          disabled={isBusy}
          extraButtonProps={{ 'aria-pressed': isLocked }}
          margin={false}
          onClick={lock}
          size="small"
        >
          {isLocked ? 'Unlock' : 'Lock'}
        </Button>
        <Button
          aria-label={`${isOpen ? 'Hide' : 'Other'} ${words.mentors} for ${mentee.name}`}
          buttonStyle="subtle"
          disabled={isBusy}
          extraButtonProps={{ 'aria-expanded': isOpen, 'aria-controls': panel }}
          margin={false}
          onClick={onOpen}
          size="small"
        >
          {`${isOpen ? 'Hide' : 'Other'} ${words.mentors}`}
        </Button>
        <Button
          aria-label={`Reject ${both}`}
          buttonStyle="subtle"
          disabled={isBusy}
          margin={false}
          onClick={reject}
          size="small"
        >
          Reject
        </Button>
      </div>
      {stale && (
        <p className={`matching__stale${stale.isBroken ? ' matching__stale--broken' : ''}`}>
          <strong>{stale.isBroken ? 'Can’t be introduced now.' : 'Look again.'}</strong>{' '}
          {stale.sentence}
        </p>
      )}
      <div className="matching__panel" hidden={!isOpen} id={panel}>
        {isOpen && (
          <Suggestions {...props} person={{ id: mentee.id, name: mentee.name, role: 'mentee' }} />
        )}
      </div>
    </li>
  )
}
