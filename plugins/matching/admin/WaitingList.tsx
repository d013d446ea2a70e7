'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { MentorWithPlaces, WaitingMentee } from '../operations/load-workspace.ts'
import { Suggestions } from './Suggestions.tsx'
import { waited } from './text.ts'
import type { useActions } from './use-actions.ts'
import type { Question } from './Workspace.tsx'

type Props = Pick<ReturnType<typeof useActions>, 'act' | 'post'> & {
  ask: (question: Question) => void
  isBusy: boolean
  mentors: MentorWithPlaces[]
  tiers: string[]
  waiting: WaitingMentee[]
}

/** Rows shown at first: a screenful; the rest is one press away. */
const FIRST_ROWS = 50

/** Who waits, longest first, each with the way to their mentors. */
export const WaitingList = ({ act, ask, isBusy, mentors, post, tiers, waiting }: Props) => {
  const [openId, setOpenId] = useState<string>()
  const [isAllShown, setIsAllShown] = useState(false)
  const rows = isAllShown ? waiting : waiting.slice(0, FIRST_ROWS)

  return (
    <section aria-labelledby="matching-waiting" className="matching__section">
      <h2 id="matching-waiting">Waiting list</h2>
      {waiting.length === 0 ? (
        <p>
          Nobody is waiting. New mentees appear here as soon as they have confirmed their email
          address.
        </p>
      ) : (
        <>
          <p>Longest waiting first.</p>
          <ul className="matching__list">
            {rows.map((mentee) => {
              const isOpen = mentee.id === openId
              const panel = `suggestions-${mentee.id}`
              return (
                <li className="matching__card matching__card--waiting" key={mentee.id}>
                  <div className="matching__person">
                    <strong>{mentee.name}</strong>
                    <span className="matching__summary">{mentee.summary}</span>
                    {mentee.whyNot && <span>{mentee.whyNot}</span>}
                  </div>
                  <div className="matching__wait">
                    Waiting {waited(mentee.daysWaited)}
                    {mentee.hasProposal && <span> · has a proposal</span>}
                  </div>
                  <div className="matching__actions">
                    <Button
                      aria-label={`${isOpen ? 'Hide mentors' : 'Suggest mentors'} for ${mentee.name}`}
                      buttonStyle="secondary"
                      disabled={isBusy}
                      extraButtonProps={{ 'aria-expanded': isOpen, 'aria-controls': panel }}
                      margin={false}
                      onClick={() => setOpenId(isOpen ? undefined : mentee.id)}
                      size="small"
                    >
                      {isOpen ? 'Hide mentors' : 'Suggest mentors'}
                    </Button>
                  </div>
                  <div className="matching__panel" hidden={!isOpen} id={panel}>
                    {isOpen && (
                      <Suggestions
                        act={act}
                        ask={ask}
                        isBusy={isBusy}
                        mentee={mentee}
                        mentors={mentors}
                        post={post}
                        tiers={tiers}
                      />
                    )}
                  </div>
                </li>
              )
            })}
          </ul>
          {rows.length < waiting.length && (
            <Button buttonStyle="secondary" onClick={() => setIsAllShown(true)}>
              {`Show all ${waiting.length}`}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
