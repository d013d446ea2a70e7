'use client'

import { LabelledCheckbox } from '@mentoring/kit/labelled-checkbox'
import { SmallButton } from '@mentoring/kit/small-button'
import { Pill } from '@payloadcms/ui'

import type { ShownProposal } from '../workspace/shown.ts'
import type { Work } from './ask.tsx'
import { introduceOne } from './DraftActions.tsx'
import { nextBestSentence } from './headlines.ts'
import { Suggestions } from './Suggestions.tsx'
import { Differences, Shared, Tier } from './Tier.tsx'
import { useSay } from './use-say.ts'

type Props = Work & {
  /** Are the other possible mentors shown? */
  isOpen: boolean
  isSelected: boolean
  match: ShownProposal
  onOpen: () => void
  onSelect: () => void
}

/** One proposal: the two side by side, why, and what can be done with it. */
export const ProposalCard = (props: Props) => {
  const { act, ask, isBusy, isOpen, isSelected, match, onOpen, onSelect, tiers, words } = props
  const { id, isLocked, lockCost, mentee, mentor, points, stale } = match
  const say = useSay()
  const both = { mentee: mentee.name, mentor: mentor.name }
  const others = { mentors: words.mentors, name: mentee.name }
  const panel = `others-${id}`
  const next = nextBestSentence(match, words, say)

  const lock = () =>
    void act('lock', { matches: [id], isLocked: !isLocked }, () =>
      say(isLocked ? 'unlockedPair' : 'lockedPair', both),
    )
  const reject = () =>
    ask({
      heading: say('rejectAsk'),
      body: say('rejectText', both),
      confirmLabel: say('reject'),
      onConfirm: () => act('reject', { match: id }, () => say('rejectDone')),
    })

  return (
    <li className={`desk__card${isLocked ? ' matching__card--locked' : ''}`}>
      <div className="matching__card-select">
        <LabelledCheckbox
          id={`select-${id}`}
          isChecked={isSelected}
          isLabelHidden
          label={say('selectPair', both)}
          onToggle={onSelect}
        />
      </div>
      <div className="matching__pair">
        <div>
          <span className="matching__role">{words.mentee}</span>
          <strong>{mentee.name}</strong>
          <span className="desk__summary">{mentee.summary}</span>
          {match.daysWaited !== undefined && (
            <span className="desk__summary">{say('waiting', { count: match.daysWaited })}</span>
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
                {say('locked')}
              </Pill>
            )}
            {points && <span className="desk__summary">{say('pointsOf', points)}</span>}
          </div>
          {lockCost && <p className="matching__cost">{say('lockCost', { cost: lockCost })}</p>}
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
        <SmallButton
          aria-label={say('introducePair', both)}
          disabled={isBusy || stale?.isBroken}
          onClick={() => ask(introduceOne(match, act, say))}
        >
          {say('introduce')}
        </SmallButton>
        <SmallButton
          aria-label={say(isLocked ? 'unlockPair' : 'lockPair', both)}
          buttonStyle="subtle"
          disabled={isBusy}
          extraButtonProps={{ 'aria-pressed': isLocked }}
          onClick={lock}
        >
          {say(isLocked ? 'unlock' : 'lock')}
        </SmallButton>
        <SmallButton
          aria-label={say(isOpen ? 'hideFor' : 'othersFor', others)}
          buttonStyle="subtle"
          disabled={isBusy}
          extraButtonProps={{ 'aria-expanded': isOpen, 'aria-controls': panel }}
          onClick={onOpen}
        >
          {say(isOpen ? 'hide' : 'others', words)}
        </SmallButton>
        <SmallButton
          aria-label={say('rejectPair', both)}
          buttonStyle="subtle"
          disabled={isBusy}
          onClick={reject}
        >
          {say('reject')}
        </SmallButton>
      </div>
      {stale && (
        <p className={`matching__stale${stale.isBroken ? ' matching__stale--broken' : ''}`}>
          <strong>{say(stale.isBroken ? 'broken' : 'lookAgain')}</strong> {stale.sentence}
        </p>
      )}
      <div className="matching__panel" hidden={!isOpen} id={panel}>
        {isOpen && (
          <Suggestions
            {...props}
            hasByHand
            person={{ id: mentee.id, name: mentee.name, role: 'mentee' }}
          />
        )}
      </div>
    </li>
  )
}
