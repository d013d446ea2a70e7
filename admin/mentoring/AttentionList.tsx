'use client'

import { shortDate } from '@mentoring/kit/text'
import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'
import Link from 'next/link'
import { useId, useState } from 'react'

import { TIME_ZONE } from '../../programme/clock/dates.ts'
import { ATTENTION, type AttentionKind } from '../../programme/coordinators/attention.ts'
import type { AttentionRow } from '../../programme/coordinators/load-attention.ts'

/** How many rows are shown before one asks for more. */
const SHOWN = 50

/** What needs a coordinator, the most urgent first, each row with one thing to do. */
export const AttentionList = ({ rows }: { rows: AttentionRow[] }) => {
  const [kind, setKind] = useState<'' | AttentionKind>('')
  const [shown, setShown] = useState(SHOWN)
  const filter = useId()
  if (rows.length === 0) {
    return (
      <p className="desk__empty">
        Nothing needs you right now. Every pair is on its way, and every email has arrived.
      </p>
    )
  }
  const kinds = (Object.keys(ATTENTION) as AttentionKind[]).filter((one) =>
    rows.some((row) => row.kind === one),
  )
  const filtered = rows.filter((row) => kind === '' || row.kind === kind)
  return (
    <section aria-label="Needs attention" className="desk__section">
      {kinds.length > 1 && (
        <p className="mentoring__filter">
          <label htmlFor={filter}>Show</label>
          <select
            id={filter}
            onChange={(event) => setKind(event.target.value as AttentionKind)}
            value={kind}
          >
            <option value="">everything</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {ATTENTION[one]}
              </option>
            ))}
          </select>
        </p>
      )}
      <ul className="desk__list">
        {filtered.slice(0, shown).map((row) => (
          <li className="desk__card mentoring__row" key={`${row.kind} ${row.id}`}>
            <div className="desk__person">
              <strong>{row.label}</strong>
              {row.match ? <Link href={row.match}>{row.who}</Link> : <span>{row.who}</span>}
              <span className="desk__summary">
                Since {shortDate(row.since, 'en-GB', TIME_ZONE)}
              </span>
              {row.word && <q className="mentoring__word">{row.word}</q>}
            </div>
            <div className="desk__actions">
              <Action row={row} />
            </div>
          </li>
        ))}
      </ul>
      {filtered.length > shown && (
        <Button buttonStyle="secondary" onClick={() => setShown(shown + SHOWN)}>
          Show more
        </Button>
      )}
    </section>
  )
}

const Action = ({ row: { action, who } }: { row: AttentionRow }) =>
  'href' in action ? (
    <SmallButton aria-label={`${action.label}: ${who}`} el="anchor" url={action.href}>
      {action.label}
    </SmallButton>
  ) : 'seen' in action ? (
    <ActionButton
      area="mentoring"
      body={{ match: action.seen }}
      label={action.label}
      name="seen"
      said="Marked as seen. It is off the list."
      who={who}
    />
  ) : (
    <ActionButton area="mails" body={{}} label={action.label} name="send-all-again" who={who} />
  )

type ActionButtonProps = {
  area: string
  body: object
  label: string
  name: string
  /** What is said when it is done. @default what the server says */
  said?: string
  who: string
}

const ActionButton = ({ area, body, label, name, said, who }: ActionButtonProps) => {
  const { act, isBusy } = useActions(area)
  return (
    <SmallButton
      aria-label={`${label}: ${who}`}
      disabled={isBusy}
      onClick={() => void act<{ message: string }>(name, body, ({ message }) => said ?? message)}
    >
      {label}
    </SmallButton>
  )
}
