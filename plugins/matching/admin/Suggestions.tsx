'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { ReactSelect, type ReactSelectOption } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Say } from '../languages/index.ts'
import type { Suggestion, Suggestions as Found } from '../operations/suggest.ts'
import type { MentorWithPlaces } from '../workspace/shown.ts'
import type { Words } from '../types.ts'
import { introduceQuestion, type Work } from './ask.tsx'
import { Reasons, Tier } from './Tier.tsx'
import { useSay } from './use-say.ts'

type Props = Work & {
  /** For whom: one mentee, or one mentor. */
  person: { id: string; name: string; role: 'mentee' | 'mentor' }
  /** May any mentor be chosen by hand? */
  hasByHand?: boolean
}

/** Candidates shown at first. */
const FIRST_CANDIDATES = 5

/** The ranked candidates for one person with the reasons, why others are left out, and any mentor by hand. */
export const Suggestions = (props: Props) => {
  const { act, actions, ask, hasByHand, isBusy, person, post, tiers, words } = props
  const say = useSay()
  const [found, setFound] = useState<Found>()
  const [mentors, setMentors] = useState<FoundMentors>()
  const [problem, setProblem] = useState<string>()
  const [isAllShown, setIsAllShown] = useState(false)
  const { id, name, role } = person
  const others = role === 'mentee' ? words.mentors : words.mentees

  useEffect(() => {
    let isWanted = true
    Promise.all([
      post<Found>('suggest', { [role]: id }),
      hasByHand ? post<FoundMentors>('mentors', {}) : undefined,
    ]).then(
      ([answer, first]) => {
        if (!isWanted) return
        setFound(answer)
        setMentors(first)
        setProblem(undefined)
      },
      (error: Error) => isWanted && setProblem(error.message),
    )
    return () => {
      isWanted = false
    }
    // Again after every action, which may have changed who is free and what choosing them costs.
  }, [actions, hasByHand, id, post, role])

  const pairWith = (other: { id: string; name: string }) =>
    role === 'mentee'
      ? { ids: { mentee: id, mentor: other.id }, names: { mentee: name, mentor: other.name } }
      : { ids: { mentee: other.id, mentor: id }, names: { mentee: other.name, mentor: name } }
  const introduce = (other: { id: string; name: string }) => {
    const { ids, names } = pairWith(other)
    ask(introduceQuestion(names, () => act('match', ids, () => say('introducedPair', names)), say))
  }
  const propose = (other: { id: string; name: string }) => {
    const { ids, names } = pairWith(other)
    void act('propose', ids, () => say('putInDraftDone', names))
  }

  if (problem) return <p role="alert">{problem}</p>
  if (!found) return <p role="status">{say('suggesting', { others })}</p>

  const candidates = isAllShown ? found.candidates : found.candidates.slice(0, FIRST_CANDIDATES)
  return (
    <>
      {candidates.length > 0 ? (
        <ol aria-label={say('suggestionsFor', { others, name })} className="matching__candidates">
          {candidates.map((candidate) => (
            <li className="matching__candidate" key={candidate.id}>
              <div className="desk__person">
                <strong>{candidate.name}</strong>
                <span className="desk__summary">{candidate.summary}</span>
                <span className="desk__summary">{standing(candidate, say)}</span>
                {inDraft(candidate, name, say).map((line, n) => (
                  // Two people can have one name.
                  <span className="desk__summary" key={n}>
                    {line}
                  </span>
                ))}
              </div>
              <div>
                <Tier label={candidate.tierLabel} tier={candidate.tier} tiers={tiers} />
                <Reasons differences={candidate.differences} reasons={candidate.reasons} />
                {candidate.cost && (
                  <p className="matching__cost">
                    {costSentence(candidate.cost, candidate.isFree, say)}
                  </p>
                )}
              </div>
              <div className="desk__actions">
                {candidate.draft !== 'locked' && (
                  <SmallButton
                    aria-label={say(candidate.draft ? 'lockInDraftPair' : 'putInDraftPair', {
                      first: name,
                      second: candidate.name,
                    })}
                    disabled={isBusy}
                    onClick={() => propose(candidate)}
                  >
                    {say(candidate.draft ? 'lockInDraft' : 'putInDraft')}
                  </SmallButton>
                )}
                <SmallButton
                  aria-label={say('introducePair', { mentee: name, mentor: candidate.name })}
                  buttonStyle="primary"
                  disabled={isBusy}
                  onClick={() => introduce(candidate)}
                >
                  {say('introduce')}
                </SmallButton>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <p>{say('suggestNobody', { other: role === 'mentee' ? words.mentor : words.mentee })}</p>
      )}
      {candidates.length < found.candidates.length && (
        <SmallButton onClick={() => setIsAllShown(true)}>
          {say(found.more > 0 ? 'showBest' : 'showAll', { number: found.candidates.length })}
        </SmallButton>
      )}
      {isAllShown && found.more > 0 && (
        <p className="desk__summary">{say('moreCandidates', { number: found.more })}</p>
      )}
      <LeftOut found={found} role={role} words={words} />
      {mentors && mentors.mentors.length > 0 && (
        <ByHand
          first={mentors}
          introduce={introduce}
          isBusy={isBusy}
          person={person}
          post={post}
          word={words.mentor}
        />
      )}
    </>
  )
}

const costSentence = (cost: string, isFree: boolean | undefined, say: Say): string =>
  isFree ? say('costNothing') : say('cost', { cost })

const standing = ({ daysWaited, mostPoints, places, points }: Suggestion, say: Say): string =>
  [
    places !== undefined && say('freePlaces', { count: places }),
    daysWaited !== undefined && say('waiting', { count: daysWaited }),
    say('pointsOf', { has: points, most: mostPoints }),
  ]
    .filter(Boolean)
    .join(' · ')

/** Whether this very pair is in the draft, and whom else they are proposed to. */
const inDraft = ({ draft, proposedTo }: Suggestion, name: string, say: Say): string[] => {
  const names = new Intl.ListFormat(say.locale, { type: 'unit' }).format(proposedTo)
  return [
    ...(draft ? [say(draft === 'locked' ? 'inDraftLocked' : 'inDraftWith', { names: name })] : []),
    ...(proposedTo.length > 0 ? [say('inDraftWith', { names })] : []),
  ]
}

type FoundMentors = { mentors: MentorWithPlaces[]; isMore: boolean }

type ByHandProps = Pick<Props, 'isBusy' | 'person' | 'post'> & {
  /** Those who come first by name. */
  first: FoundMentors
  introduce: (mentor: { id: string; name: string }) => void
  word: string
}

/** Any mentor at all: the server still keeps every rule. Of very many, those whose name is typed. */
const ByHand = ({ first, introduce, isBusy, person, post, word }: ByHandProps) => {
  const say = useSay()
  const [text, setText] = useState('')
  const [found, setFound] = useState(first)
  const [chosen, setChosen] = useState<MentorWithPlaces>()
  const { isMore } = first
  useEffect(() => {
    if (!isMore) return
    let isWanted = true
    const timer = setTimeout(() => {
      post<FoundMentors>('mentors', { text }).then(
        (answer) => isWanted && setFound(answer),
        // Whom one sees already can be chosen all the same.
        () => undefined,
      )
    }, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [isMore, post, text])
  const optionOf = ({ id, name, places, summary }: MentorWithPlaces) => ({
    value: id,
    label: `${name} · ${summary} · ${places > 0 ? say('places', { count: places }) : say('full')}`,
  })
  const { mentors } = isMore ? found : first
  const options = mentors.map(optionOf)
  const inputId = `by-hand-${person.id}`
  return (
    <div className="matching__by-hand">
      <label htmlFor={inputId}>{say('byHand', { mentor: word, name: person.name })}</label>
      <div className="matching__by-hand-row">
        <ReactSelect
          disabled={isBusy}
          inputId={inputId}
          onChange={(option) => {
            const { value } = (option as ReactSelectOption | null) ?? {}
            setChosen(mentors.find(({ id }) => id === value))
          }}
          onInputChange={setText}
          options={options}
          placeholder={say('byHandSearch', { mentor: word })}
          value={chosen && optionOf(chosen)}
        />
        <SmallButton disabled={isBusy || !chosen} onClick={() => chosen && introduce(chosen)}>
          {say('introduce')}
        </SmallButton>
      </div>
      {isMore && <p className="desk__summary">{say('byHandMore')}</p>}
    </div>
  )
}

/** Looked for when one has stopped typing, in milliseconds. */
const PAUSE = 250

type LeftOutProps = { found: Found; role: 'mentee' | 'mentor'; words: Words }

const LeftOut = ({ found: { forbidden, full }, role, words }: LeftOutProps) => {
  const say = useSay()
  if (full === 0 && forbidden.length === 0) return null
  const people = (count: number) =>
    say(role === 'mentee' ? 'mentors' : 'mentees', { ...words, count })
  return (
    <div className="matching__left-out">
      <h3>{say('notSuggested')}</h3>
      <ul>
        {full > 0 && (
          <li>
            {role === 'mentee'
              ? say('noFreePlace', { people: people(full) })
              : say('noFreePlaceOwn', words)}
          </li>
        )}
        {forbidden.map(({ people: number, sentence }) => (
          <li key={sentence}>{say('whyNotPeople', { people: people(number), sentence })}</li>
        ))}
      </ul>
    </div>
  )
}
