'use client'

import { Button, ReactSelect, type ReactSelectOption } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { MentorWithPlaces, WaitingMentee } from '../operations/load-workspace.ts'
import type { Suggestions as Found } from '../operations/suggest.ts'
import { count } from './text.ts'
import { Reasons, Tier } from './Tier.tsx'
import type { useActions } from './use-actions.ts'
import type { Question } from './Workspace.tsx'

type Props = Pick<ReturnType<typeof useActions>, 'act' | 'post'> & {
  ask: (question: Question) => void
  isBusy: boolean
  mentee: WaitingMentee
  mentors: MentorWithPlaces[]
  tiers: string[]
}

/** Candidates shown at first. */
const FIRST_CANDIDATES = 5

/** The ranked mentors for one mentee with the reasons, why others are left out, and any mentor by hand. */
export const Suggestions = ({ act, ask, isBusy, mentee, mentors, post, tiers }: Props) => {
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<string>()
  const [isAllShown, setIsAllShown] = useState(false)
  const [byHand, setByHand] = useState<string>()

  useEffect(() => {
    let isWanted = true
    post<Found>('suggest', { mentee: mentee.id }).then(
      (answer) => isWanted && setFound(answer),
      (error: Error) => isWanted && setProblem(error.message),
    )
    return () => {
      isWanted = false
    }
  }, [mentee.id, post])

  const introduce = (mentor: { id: string; name: string }) =>
    ask({
      heading: 'Introduce these two?',
      body: `${mentor.name} and ${mentee.name} each get an email with the other’s name and contact details.`,
      confirmLabel: 'Introduce',
      onConfirm: () =>
        act(
          'match',
          { mentee: mentee.id, mentor: mentor.id },
          () => `${mentee.name} and ${mentor.name} are introduced. The emails are on their way.`,
        ),
    })

  if (problem) return <p role="alert">{problem}</p>
  if (!found) return <p role="status">Looking for mentors…</p>

  const candidates = isAllShown ? found.candidates : found.candidates.slice(0, FIRST_CANDIDATES)
  const options = mentors.map(({ id, name, places, summary }) => ({
    value: id,
    label: `${name} · ${summary} · ${places > 0 ? count(places, 'place') : 'full'}`,
  }))
  const chosen = mentors.find(({ id }) => id === byHand)

  return (
    <>
      {candidates.length > 0 ? (
        <ol aria-label={`Mentors for ${mentee.name}, best first`} className="matching__candidates">
          {candidates.map((candidate) => (
            <li className="matching__candidate" key={candidate.mentor}>
              <div className="matching__person">
                <strong>{candidate.name}</strong>
                <span className="matching__summary">{candidate.summary}</span>
                <span className="matching__summary">
                  {count(candidate.places, 'free place')} · {candidate.points} of{' '}
                  {candidate.mostPoints} points
                </span>
              </div>
              <div>
                <Tier label={candidate.tierLabel} tier={candidate.tier} tiers={tiers} />
                <Reasons differences={candidate.differences} reasons={candidate.reasons} />
              </div>
              <div className="matching__actions">
                <Button
                  aria-label={`Introduce ${mentee.name} and ${candidate.name}`}
                  disabled={isBusy}
                  margin={false}
                  onClick={() => introduce({ id: candidate.mentor, name: candidate.name })}
                  size="small"
                >
                  Introduce
                </Button>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <p>No mentor can be matched with {mentee.name} now.</p>
      )}
      {candidates.length < found.candidates.length && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setIsAllShown(true)}
          size="small"
        >
          {`Show all ${found.candidates.length} mentors`}
        </Button>
      )}
      <LeftOut found={found} />
      <div className="matching__by-hand">
        <label htmlFor={`by-hand-${mentee.id}`}>Match by hand with any mentor</label>
        <div className="matching__by-hand-row">
          <ReactSelect
            inputId={`by-hand-${mentee.id}`}
            isClearable
            onChange={(option) =>
              setByHand((option as ReactSelectOption<string> | null)?.value ?? undefined)
            }
            options={options}
            placeholder="Search for a mentor"
            value={options.find(({ value }) => value === byHand)}
          />
          <Button
            buttonStyle="secondary"
            disabled={isBusy || !chosen}
            margin={false}
            onClick={() => chosen && introduce(chosen)}
            size="small"
          >
            Introduce
          </Button>
        </div>
      </div>
    </>
  )
}

const LeftOut = ({ found: { forbidden, full } }: { found: Found }) => {
  if (full === 0 && forbidden.length === 0) return null
  return (
    <div className="matching__left-out">
      <h3>Not suggested</h3>
      <ul>
        {full > 0 && <li>{count(full, 'mentor')}: no free place.</li>}
        {forbidden.map(({ mentors, sentence }) => (
          <li key={sentence}>
            {count(mentors, 'mentor')}: {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
