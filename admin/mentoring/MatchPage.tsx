'use client'

import { useActions } from '@mentoring/kit/use-actions'
import { SetDocumentStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { Fragment } from 'react'

import { TIME_ZONE } from '../../programme/clock/dates.ts'
import type { MatchOverview } from '../../programme/coordinators/load-match.ts'
import { OnBehalf } from './OnBehalf.tsx'

/** Where a match stands, what happens next, its history, and what can be done for the two. */
export const MatchPage = ({ match }: { match: MatchOverview }) => {
  const actions = useActions('mentoring')
  const { agreement, dates, id, mails, meetings, names, next, state, steps, surveys, word } = match
  return (
    <div aria-busy={actions.isBusy} className="desk__page desk__page--person">
      <SetDocumentStepNav
        collectionSlug="matches"
        id={id}
        pluralLabel="Matches"
        useAsTitle="menteeName"
        view="After the introduction"
      />
      <section aria-labelledby="match-standing" className="desk__section">
        <h2 id="match-standing">{`${names.mentor} and ${names.mentee}: ${state.toLowerCase()}`}</h2>
        <p className="desk__lead">{next}</p>
        <dl className="mentoring__figures mentoring__figures--dates">
          {dates.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {word && (
          <>
            <h3>What the one who left wanted you to know</h3>
            <q className="mentoring__word">{word}</q>
          </>
        )}
        <h3>Mentoring agreement</h3>
        <p>{agreement}</p>
        <h3>Meetings</h3>
        {meetings.length === 0 ? (
          <p>None noted yet.</p>
        ) : (
          <ul className="mentoring__meetings">
            {meetings.map((meeting) => (
              <li key={meeting}>{meeting}</li>
            ))}
          </ul>
        )}
        {surveys.map(({ role, rows }) => (
          <Fragment key={role}>
            <h3>{`Answers at the end: ${names[role]}, ${role}`}</h3>
            <dl className="mentoring__answers">
              {rows.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value || 'Not answered'}</dd>
                </div>
              ))}
            </dl>
          </Fragment>
        ))}
      </section>
      {match.choices.length > 0 && <OnBehalf {...actions} match={match} />}
      <section aria-labelledby="match-history" className="desk__section">
        <h2 id="match-history">History</h2>
        {steps.length === 0 ? (
          <p className="desk__empty">Nothing has happened yet.</p>
        ) : (
          <ol className="mentoring__history">
            {steps.map(({ at, by, id: step, note, what }) => (
              <li key={step}>
                <strong>{what}</strong>
                <span className="desk__summary">{`${TIME.format(new Date(at))}, ${by}`}</span>
                {note && <q className="mentoring__word">{note}</q>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="match-mails" className="desk__section">
        <h2 id="match-mails">Emails</h2>
        {mails.length === 0 ? (
          <p className="desk__empty">No email about this match is on record.</p>
        ) : (
          <ol className="mentoring__history">
            {mails.map((mail) => (
              <li key={mail.id}>
                <Link href={mail.href} prefetch={false}>
                  {mail.subject}
                </Link>
                <span className="desk__summary">
                  {`To ${mail.to}, ${mail.status.toLowerCase()}, ${TIME.format(new Date(mail.at))}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
})
