'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { useState } from 'react'

import type { WaitingMentee, WorkspaceData } from '../operations/load-workspace.ts'
import type { Work } from './ask.tsx'
import { ChoiceFilter, hasText, SearchFilter } from './Filters.tsx'
import { Suggestions } from './Suggestions.tsx'
import { usePages } from './use-pages.tsx'
import { useSay } from './use-say.ts'

type Props = Work & Pick<WorkspaceData, 'mentors' | 'waiting'>

/** Who waits, longest first, each with the way to their mentors. */
export const WaitingList = (props: Props) => {
  const { waiting, words } = props
  const say = useSay()
  const [openId, setOpenId] = useState<string>()
  const [name, setName] = useState('')
  const [groups, setGroups] = useState<Record<string, string | undefined>>({})
  const [wait, setWait] = useState<string>()
  const [proposal, setProposal] = useState<string>()

  const shown = waiting.filter(
    (mentee) =>
      (name === '' || hasText(name, mentee.name, mentee.summary)) &&
      Object.entries(groups).every(
        ([label, wanted]) => !wanted || mentee.groups[label]?.includes(wanted),
      ) &&
      mentee.daysWaited >= Number(wait ?? 0) &&
      (proposal === undefined || (proposal === 'with') === Boolean(mentee.proposedTo)),
  )
  const { pages, rows } = usePages(
    shown,
    (count) => say('mentees', { ...words, count }),
    JSON.stringify([groups, name, proposal, wait]),
  )
  if (waiting.length === 0) {
    return (
      <div className="desk__empty">
        <h2>{say('emptyNobody')}</h2>
        <p>{say('noneWaitText', words)}</p>
      </div>
    )
  }

  return (
    <section aria-labelledby="matching-waiting" className="desk__section">
      <h2 className="desk__hidden" id="matching-waiting">
        {say('waitingList')}
      </h2>
      <div className="matching__filters">
        <SearchFilter label={say('nameOrBackground')} onChange={setName} value={name} />
        {Object.keys(waiting[0]!.groups).map((label) => (
          <ChoiceFilter
            choices={choicesOf(waiting, label, say.locale)}
            key={label}
            label={label}
            onChange={(value) => setGroups({ ...groups, [label]: value })}
            value={groups[label]}
          />
        ))}
        <ChoiceFilter
          choices={[
            { value: '28', label: say('weeksFour') },
            { value: '56', label: say('weeksEight') },
            { value: '91', label: say('monthsThree') },
          ]}
          label={say('waitingFilter')}
          onChange={setWait}
          value={wait}
        />
        <ChoiceFilter
          choices={[
            { value: 'with', label: say('inDraft') },
            { value: 'without', label: say('notInDraft') },
          ]}
          label={say('draft')}
          onChange={setProposal}
          value={proposal}
        />
      </div>
      <p role="status">
        {shown.length === waiting.length
          ? say('longestFirst')
          : say('longestFirstOf', { ...words, shown: shown.length, all: waiting.length })}
      </p>
      <ul className="desk__list">
        {rows.map((mentee) => (
          <WaitingRow
            {...props}
            isOpen={mentee.id === openId}
            key={mentee.id}
            mentee={mentee}
            onOpen={() => setOpenId(mentee.id === openId ? undefined : mentee.id)}
          />
        ))}
      </ul>
      {pages}
    </section>
  )
}

/** The groups that occur, by name. */
const choicesOf = (waiting: WaitingMentee[], label: string, locale: string) =>
  [...new Set(waiting.flatMap(({ groups }) => groups[label] ?? []))]
    .sort((a, b) => a.localeCompare(b, locale))
    .map((value) => ({ label: value, value }))

type RowProps = Props & { isOpen: boolean; mentee: WaitingMentee; onOpen: () => void }

const WaitingRow = (props: RowProps) => {
  const { isBusy, isOpen, mentee, onOpen, words } = props
  const say = useSay()
  const panel = `suggestions-${mentee.id}`
  return (
    <li className="desk__card matching__card--waiting">
      <div className="desk__person">
        <strong>{mentee.name}</strong>
        <span className="desk__summary">{mentee.summary}</span>
        {mentee.whyNot && !mentee.proposedTo && <span>{mentee.whyNot}</span>}
      </div>
      <div className="matching__wait">
        {say('waiting', { count: mentee.daysWaited })}
        {mentee.proposedTo && (
          <span className="matching__line">{say('inDraftWith', { names: mentee.proposedTo })}</span>
        )}
      </div>
      <div className="desk__actions">
        <SmallButton
          aria-label={say(isOpen ? 'hideFor' : 'suggestFor', {
            mentors: words.mentors,
            name: mentee.name,
          })}
          disabled={isBusy}
          extraButtonProps={{ 'aria-expanded': isOpen, 'aria-controls': panel }}
          onClick={onOpen}
        >
          {say(isOpen ? 'hide' : 'suggest', words)}
        </SmallButton>
      </div>
      <div className="matching__panel" hidden={!isOpen} id={panel}>
        {isOpen && (
          <Suggestions {...props} person={{ id: mentee.id, name: mentee.name, role: 'mentee' }} />
        )}
      </div>
    </li>
  )
}
