'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'
import { type FormEvent, useId, useState } from 'react'

import type { Step } from '../../programme/clock/states.ts'
import type { MatchOverview } from '../../programme/coordinators/load-match.ts'

type Dates = Pick<MatchOverview, 'endsOn' | 'firstContactDue'>

/** Something a coordinator can do, with what is said before and after it. */
type Choice = {
  action: 'another' | 'contact' | 'end' | 'extend' | 'move'
  label: string
  says: string
  done: string
  /** What goes along beside match and note. */
  input?: object
}

const choicesFor = (match: MatchOverview): Choice[] => {
  const can = (step: Step) => match.possible.includes(step)
  const choices: (Choice | false)[] = [
    (can('contact') || (match.isOpen && match.hasHeardNothing)) && {
      action: 'contact',
      label: 'They are in contact',
      says: 'For when one of them has told you so. Reminders to write stop.',
      done: 'Noted: they are in contact.',
    },
    match.isOpen && {
      action: 'move',
      label: 'Move a date',
      says: 'Reminders follow the new dates. Both get an email when the end is moved.',
      done: 'The date is moved.',
    },
    can('extend') && {
      action: 'extend',
      label: 'Extend',
      says: 'For when both have told you that they want it. Both get an email.',
      done: 'Extended. Both get an email.',
    },
    can('endEarly') && {
      action: 'end',
      label: 'End the match',
      says: 'Both get a neutral email and are asked whether they want another match. This can’t be undone.',
      done: 'Ended. Both get a neutral email.',
    },
    ...match.unanswered.flatMap((role): Choice[] => [
      {
        action: 'another',
        label: `The ${role} wants another match`,
        says: 'For when they have told you so. They can be matched again.',
        done: `Noted: the ${role} wants another match.`,
        input: { role, wantsAnother: true },
      },
      {
        action: 'another',
        label: `The ${role} wants no other`,
        says: 'For when they have told you so, or do not answer. They can come back on their page.',
        done: `Noted: the ${role} wants no other match.`,
        input: { role, wantsAnother: false },
      },
    ]),
  ]
  return choices.filter((choice) => choice !== false)
}

/** What a coordinator does for the two, each time with a note that says why. */
export const OnBehalf = ({ act, isBusy, match }: Actions & { match: MatchOverview }) => {
  const ids = useId()
  const [label, setLabel] = useState<string>()
  const [note, setNote] = useState('')
  // Only what was typed: the match's own dates can change under the form, as an extension does.
  const [typed, setTyped] = useState<Partial<Dates>>({})
  const dates: Dates = { ...match, ...typed }
  const choices = choicesFor(match)
  const chosen = choices.find((choice) => choice.label === label)
  const canMoveContact = match.possible.includes('contact')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const moved = chosen.action === 'move' ? changed(typed, match) : {}
    const body = { match: match.id, note, ...chosen.input, ...moved }
    if (!(await act(chosen.action, body, () => chosen.done))) return
    setLabel(undefined)
    setNote('')
    setTyped({})
  }
  return (
    <section aria-labelledby={`${ids}-title`} className="desk__section">
      <h2 id={`${ids}-title`}>On their behalf</h2>
      <div className="desk__actions">
        {choices.map((choice) => (
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            extraButtonProps={{
              'aria-expanded': chosen === choice,
              'aria-controls': `${ids}-form`,
            }}
            key={choice.label}
            margin={false}
            onClick={() => setLabel(chosen === choice ? undefined : choice.label)}
            size="small"
          >
            {choice.label}
          </Button>
        ))}
      </div>
      <form
        className="mentoring__form"
        hidden={!chosen}
        id={`${ids}-form`}
        onSubmit={(event) => void send(event)}
      >
        {chosen && <p>{chosen.says}</p>}
        {chosen?.action === 'move' && canMoveContact && (
          <DateInput
            id={`${ids}-due`}
            label="First contact due"
            onChange={(firstContactDue) => setTyped({ ...typed, firstContactDue })}
            value={dates.firstContactDue}
          />
        )}
        {chosen?.action === 'move' && (
          <DateInput
            id={`${ids}-end`}
            label="Ends on"
            onChange={(endsOn) => setTyped({ ...typed, endsOn })}
            value={dates.endsOn}
          />
        )}
        <div>
          <label htmlFor={`${ids}-note`}>Note: why, and who told you</label>
          <textarea
            id={`${ids}-note`}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
            required
            rows={3}
            value={note}
          />
        </div>
        <Button disabled={isBusy} margin={false} type="submit">
          {chosen?.label ?? 'Save'}
        </Button>
      </form>
    </section>
  )
}

const DateInput = ({
  id,
  label,
  onChange,
  value,
}: {
  id: string
  label: string
  onChange: (value: string) => void
  value: string
}) => (
  <div>
    <label htmlFor={id}>{label}</label>
    <input
      id={id}
      onChange={(event) => onChange(event.target.value)}
      required
      type="date"
      value={value}
    />
  </div>
)

/** Only the dates that are not as they were. */
const changed = (typed: Partial<Dates>, match: Dates): Partial<Dates> =>
  Object.fromEntries(
    Object.entries(typed).filter(([name, day]) => day !== match[name as keyof Dates]),
  )
