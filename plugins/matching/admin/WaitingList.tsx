'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { useState } from 'react'

import type { WaitingMentee } from '../workspace/shown.ts'
import type { Group, WaitingFilter, WaitingPage } from '../workspace/waiting-list.ts'
import type { Work } from './ask.tsx'
import { ChoiceFilter, SearchFilter } from './Filters.tsx'
import { Suggestions } from './Suggestions.tsx'
import { Reading, useList, useRead } from './use-list.tsx'
import { useSay } from './use-say.ts'

/** Who waits, longest first, each with the way to their mentors. */
export const WaitingList = (props: Work) => {
  const { words } = props
  const say = useSay()
  const [openId, setOpenId] = useState<string>()
  const [text, setText] = useState('')
  const [groups, setGroups] = useState<Record<string, string | undefined>>({})
  const [wait, setWait] = useState<string>()
  const [draft, setDraft] = useState<string>()

  const narrowed = Object.values(groups).some(Boolean)
  const filter = {
    ...(text.trim() && { text: text.trim() }),
    ...(narrowed && { groups }),
    ...(wait && { days: Number(wait) }),
    ...(draft && { draft }),
  } as WaitingFilter
  const { isLoading, list, pages, problem } = useList<WaitingFilter, WaitingPage>({
    ...props,
    all: (count) => say('mentees', { ...words, count }),
    filter,
    name: 'waiting',
  })
  const { found } = useRead<{ groups: Group[] }>('groups', props)
  if (!list || problem) return <Reading problem={problem} />
  if (list.all === 0) {
    return (
      <div className="desk__empty">
        <h2>{say('emptyNobody')}</h2>
        <p>{say('noneWaitText', words)}</p>
      </div>
    )
  }

  return (
    <section aria-busy={isLoading} aria-labelledby="matching-waiting" className="desk__section">
      <h2 className="desk__hidden" id="matching-waiting">
        {say('waitingList')}
      </h2>
      <div className="matching__filters">
        <SearchFilter label={say('nameOrBackground')} onChange={setText} value={text} />
        {(found?.groups ?? []).map(({ label, names }) => (
          <ChoiceFilter
            choices={names.map((value) => ({ label: value, value }))}
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
          onChange={setDraft}
          value={draft}
        />
      </div>
      <p role="status">
        {list.total === list.all
          ? say('longestFirst')
          : say('longestFirstOf', { ...words, shown: list.total, all: list.all })}
      </p>
      <ul className="desk__list">
        {list.rows.map((mentee) => (
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

type RowProps = Work & { isOpen: boolean; mentee: WaitingMentee; onOpen: () => void }

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
