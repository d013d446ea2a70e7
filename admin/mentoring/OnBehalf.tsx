'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import type { Actions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'
import { type FormEvent, useId, useState } from 'react'

import type { MatchOverview } from '../../programme/coordinators/load-match.ts'

type Dates = Pick<MatchOverview, 'endsOn' | 'firstContactDue'>

const DATE_LABELS = { endsOn: 'Ends on', firstContactDue: 'First contact due' }

/** What a coordinator does for the two, each time with a note that says why. */
export const OnBehalf = ({ act, isBusy, match }: Actions & { match: MatchOverview }) => {
  const ids = useId()
  const [label, setLabel] = useState<string>()
  const [note, setNote] = useState('')
  // Only what was typed: the match's own dates can change under the form, as an extension does.
  const [typed, setTyped] = useState<Partial<Dates>>({})
  const dates: Dates = { ...match, ...typed }
  const { choices } = match
  const chosen = choices.find((choice) => choice.label === label)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const moved = chosen.dates ? changed(typed, match) : {}
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
          <SmallButton
            disabled={isBusy}
            extraButtonProps={{
              'aria-expanded': chosen === choice,
              'aria-controls': `${ids}-form`,
            }}
            key={choice.label}
            onClick={() => setLabel(chosen === choice ? undefined : choice.label)}
          >
            {choice.label}
          </SmallButton>
        ))}
      </div>
      <form
        className="mentoring__form"
        hidden={!chosen}
        id={`${ids}-form`}
        onSubmit={(event) => void send(event)}
      >
        {chosen && <p>{chosen.says}</p>}
        {chosen?.dates?.map((date) => (
          <div key={date}>
            <label htmlFor={`${ids}-${date}`}>{DATE_LABELS[date]}</label>
            <input
              id={`${ids}-${date}`}
              onChange={(event) => setTyped({ ...typed, [date]: event.target.value })}
              required
              type="date"
              value={dates[date]}
            />
          </div>
        ))}
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

/** Only the dates that are not as they were. */
const changed = (typed: Partial<Dates>, match: Dates): Partial<Dates> =>
  Object.fromEntries(
    Object.entries(typed).filter(([name, day]) => day !== match[name as keyof Dates]),
  )
