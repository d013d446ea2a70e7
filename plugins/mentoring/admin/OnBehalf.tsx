'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, useId, useState } from 'react'

import type { Actions } from '../../matching/admin/use-actions.ts'
import type { Step } from '../clock/states.ts'
import type { MatchOverview } from '../coordinators/load-match.ts'

type Dates = Pick<MatchOverview, 'endsOn' | 'firstContactDue'>
type Name = 'contact' | 'end' | 'extend' | 'move'

const CHOICES: Record<Name, { label: string; says: string; done: string; step?: Step }> = {
  contact: {
    label: 'They are in contact',
    says: 'For when one of them has told you so. Reminders to write stop.',
    done: 'Noted: they are in contact.',
    step: 'contact',
  },
  move: {
    label: 'Move a date',
    says: 'Reminders follow the new dates. Both get an email when the end is moved.',
    done: 'The date is moved.',
  },
  extend: {
    label: 'Extend',
    says: 'For when both have told you that they want it. Both get an email.',
    done: 'Extended. Both get an email.',
    step: 'extend',
  },
  end: {
    label: 'End the match',
    says: 'Both get a neutral email and are asked whether they want another match. This can’t be undone.',
    done: 'Ended. Both get a neutral email.',
    step: 'endEarly',
  },
}

/** What a coordinator does for the two, each time with a note that says why. */
export const OnBehalf = ({ act, isBusy, match }: Actions & { match: MatchOverview }) => {
  const ids = useId()
  const [chosen, setChosen] = useState<Name>()
  const [note, setNote] = useState('')
  // Only what was typed: the match's own dates can change under the form, as an extension does.
  const [typed, setTyped] = useState<Partial<Dates>>({})
  const dates: Dates = { ...match, ...typed }
  const possible = (Object.keys(CHOICES) as Name[]).filter((name) => {
    const { step } = CHOICES[name]
    return step === undefined || match.possible.includes(step)
  })
  const canMoveContact = match.possible.includes('contact')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const moved = chosen === 'move' ? changed(typed, match) : {}
    const isDone = await act(
      chosen,
      { match: match.id, note, ...moved },
      () => CHOICES[chosen].done,
    )
    if (!isDone) return
    setChosen(undefined)
    setNote('')
    setTyped({})
  }
  return (
    <section aria-labelledby={`${ids}-title`} className="matching__section">
      <h2 id={`${ids}-title`}>On their behalf</h2>
      <div className="matching__actions">
        {possible.map((name) => (
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            extraButtonProps={{ 'aria-expanded': chosen === name, 'aria-controls': `${ids}-form` }}
            key={name}
            margin={false}
            onClick={() => setChosen(chosen === name ? undefined : name)}
            size="small"
          >
            {CHOICES[name].label}
          </Button>
        ))}
      </div>
      <form
        className="mentoring__form"
        hidden={!chosen}
        id={`${ids}-form`}
        onSubmit={(event) => void send(event)}
      >
        {chosen && <p>{CHOICES[chosen].says}</p>}
        {chosen === 'move' && canMoveContact && (
          <DateInput
            id={`${ids}-due`}
            label="First contact due"
            onChange={(firstContactDue) => setTyped({ ...typed, firstContactDue })}
            value={dates.firstContactDue}
          />
        )}
        {chosen === 'move' && (
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
          {chosen ? CHOICES[chosen].label : 'Save'}
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
