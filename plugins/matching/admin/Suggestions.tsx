'use client'

import { count, waited } from '@mentoring/kit/text'
import type { Actions } from '@mentoring/kit/use-actions'
import { Button, ReactSelect, type ReactSelectOption } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { MentorWithPlaces } from '../operations/load-workspace.ts'
import type { Suggestion, Suggestions as Found } from '../operations/suggest.ts'
import type { Words } from '../types.ts'
import { introduceQuestion, type Question } from './ask.tsx'
import { Reasons, Tier, type Tiers } from './Tier.tsx'

type Props = Actions & {
  ask: (question: Question) => void
  /** For whom: one mentee, or one mentor. */
  person: { id: string; name: string; role: 'mentee' | 'mentor' }
  /** All mentors, for a choice by hand; nothing to offer none. */
  mentors?: MentorWithPlaces[]
  tiers: Tiers
  words: Words
}

/** Candidates shown at first. */
const FIRST_CANDIDATES = 5

/** The ranked candidates for one person with the reasons, why others are left out, and any mentor by hand. */
export const Suggestions = (props: Props) => {
  const { act, actions, ask, isBusy, mentors, person, post, tiers, words } = props
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<string>()
  const [isAllShown, setIsAllShown] = useState(false)
  const { id, name, role } = person
  const others = role === 'mentee' ? words.mentors : words.mentees

  useEffect(() => {
    let isWanted = true
    post<Found>('suggest', { [role]: id }).then(
      (answer) => {
        if (!isWanted) return
        setFound(answer)
        setProblem(undefined)
      },
      (error: Error) => isWanted && setProblem(error.message),
    )
    return () => {
      isWanted = false
    }
    // Again after every action, which may have changed who is free and what choosing them costs.
  }, [actions, id, post, role])

  const pairWith = (other: { id: string; name: string }) =>
    role === 'mentee'
      ? { ids: { mentee: id, mentor: other.id }, names: { mentee: name, mentor: other.name } }
      : { ids: { mentee: other.id, mentor: id }, names: { mentee: other.name, mentor: name } }
  const introduce = (other: { id: string; name: string }) => {
    const { ids, names } = pairWith(other)
    ask(
      introduceQuestion(names, () =>
        act(
          'match',
          ids,
          () => `${names.mentee} and ${names.mentor} are introduced. The emails are on their way.`,
        ),
      ),
    )
  }
  const propose = (other: { id: string; name: string }) => {
    const { ids, names } = pairWith(other)
    void act(
      'propose',
      ids,
      () =>
        `${names.mentee} and ${names.mentor} are in the draft and locked. The others are matched around them.`,
    )
  }

  if (problem) return <p role="alert">{problem}</p>
  if (!found) return <p role="status">{`Looking for ${others}…`}</p>

  const candidates = isAllShown ? found.candidates : found.candidates.slice(0, FIRST_CANDIDATES)
  return (
    <>
      {candidates.length > 0 ? (
        <ol aria-label={`${others} for ${name}, best first`} className="matching__candidates">
          {candidates.map((candidate) => (
            <li className="matching__candidate" key={candidate.id}>
              <div className="desk__person">
                <strong>{candidate.name}</strong>
                <span className="desk__summary">{candidate.summary}</span>
                <span className="desk__summary">{standing(candidate)}</span>
                {candidate.draft && (
                  <span className="desk__summary">
                    {`In the draft with ${name}${candidate.draft === 'locked' ? ', locked' : ''}`}
                  </span>
                )}
                {candidate.proposedTo.length > 0 && (
                  <span className="desk__summary">
                    {`In the draft with ${candidate.proposedTo.join(', ')}`}
                  </span>
                )}
              </div>
              <div>
                <Tier label={candidate.tierLabel} tier={candidate.tier} tiers={tiers} />
                <Reasons differences={candidate.differences} reasons={candidate.reasons} />
                {candidate.cost && <p className="matching__cost">{costSentence(candidate.cost)}</p>}
              </div>
              <div className="desk__actions">
                {candidate.draft !== 'locked' && (
                  <Button
                    aria-label={`${draftLabel(candidate)}: ${name} and ${candidate.name}`}
                    buttonStyle="secondary"
                    disabled={isBusy}
                    margin={false}
                    onClick={() => propose(candidate)}
                    size="small"
                  >
                    {draftLabel(candidate)}
                  </Button>
                )}
                <Button
                  aria-label={`Introduce ${name} and ${candidate.name}`}
                  disabled={isBusy}
                  margin={false}
                  onClick={() => introduce(candidate)}
                  size="small"
                >
                  Introduce
                </Button>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <p>{`No possible ${role === 'mentee' ? words.mentor : words.mentee} now.`}</p>
      )}
      {candidates.length < found.candidates.length && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setIsAllShown(true)}
          size="small"
        >
          {`Show all ${found.candidates.length}`}
        </Button>
      )}
      <LeftOut found={found} role={role} words={words} />
      {mentors && mentors.length > 0 && (
        <ByHand
          introduce={introduce}
          isBusy={isBusy}
          mentors={mentors}
          person={person}
          word={words.mentor}
        />
      )}
    </>
  )
}

/** @example 'costs nothing' becomes 'Choosing this pair costs nothing in the best draft.' */
const costSentence = (cost: string): string =>
  cost === 'costs nothing'
    ? 'Choosing this pair costs nothing: the best draft without locks is as good with it.'
    : `Against the best draft without locks: ${cost}.`

const draftLabel = ({ draft }: Suggestion): string => (draft ? 'Lock in draft' : 'Put in draft')

const standing = ({ daysWaited, mostPoints, places, points }: Suggestion): string =>
  [
    places !== undefined && count(places, 'free place'),
    daysWaited !== undefined && `Waiting ${waited(daysWaited)}`,
    `${points} of ${mostPoints} points`,
  ]
    .filter(Boolean)
    .join(' · ')

type ByHandProps = Required<Pick<Props, 'isBusy' | 'mentors' | 'person'>> & {
  introduce: (mentor: { id: string; name: string }) => void
  word: string
}

/** Any mentor at all: the server still keeps every rule. */
const ByHand = ({ introduce, isBusy, mentors, person, word }: ByHandProps) => {
  const [byHand, setByHand] = useState<string>()
  const options = mentors.map(({ id, name, places, summary }) => ({
    value: id,
    label: `${name} · ${summary} · ${places > 0 ? count(places, 'place') : 'full'}`,
  }))
  const chosen = mentors.find(({ id }) => id === byHand)
  const inputId = `by-hand-${person.id}`
  return (
    <div className="matching__by-hand">
      <label htmlFor={inputId}>{`Or choose any ${word} for ${person.name}`}</label>
      <div className="matching__by-hand-row">
        <ReactSelect
          disabled={isBusy}
          inputId={inputId}
          onChange={(option) =>
            setByHand((option as ReactSelectOption | null)?.value as string | undefined)
          }
          options={options}
          placeholder={`Search for a ${word}`}
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
  )
}

type LeftOutProps = { found: Found; role: 'mentee' | 'mentor'; words: Words }

const LeftOut = ({ found: { forbidden, full }, role, words }: LeftOutProps) => {
  if (full === 0 && forbidden.length === 0) return null
  const people = (number: number) =>
    role === 'mentee'
      ? count(number, words.mentor, words.mentors)
      : count(number, words.mentee, words.mentees)
  return (
    <div className="matching__left-out">
      <h3>Not suggested</h3>
      <ul>
        {full > 0 && (
          <li>
            {role === 'mentee'
              ? `${people(full)}: no free place.`
              : `This ${words.mentor} has no free place.`}
          </li>
        )}
        {forbidden.map(({ people: number, sentence }) => (
          <li key={sentence}>
            {people(number)}: {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
