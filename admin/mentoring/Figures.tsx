'use client'

import { count } from '@mentoring/kit/text'
import { useActions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { FIGURES } from '../../programme/coordinators/figures.ts'
import type { Figures as Statistics } from '../../programme/coordinators/load-statistics.ts'
import type { Outcomes } from '../../programme/coordinators/statistics.ts'

const NAMES = Object.keys(FIGURES) as (keyof typeof FIGURES)[]

/** How the programme goes. Counted when one looks. */
export const Figures = ({ csv }: { csv: string }) => {
  const { post } = useActions('mentoring')
  const [figures, setFigures] = useState<Statistics>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    post<Statistics>('figures', {}).then(setFigures, ({ message }: Error) => setProblem(message))
  }, [post])
  if (problem) return <p role="alert">{problem}</p>
  if (!figures) return <p role="status">Counting…</p>
  return <AllFigures csv={csv} {...figures} />
}

/** Now, and by month of introduction. */
const AllFigures = ({
  byState,
  csv,
  medianWait,
  months,
  surveys,
  total,
  waiting,
}: Statistics & { csv: string }) => (
  <div className="desk__page">
    <section aria-labelledby="figures-now" className="desk__section">
      <h2 id="figures-now">Now</h2>
      <dl className="mentoring__figures">
        <Figure label="Mentees waiting" value={waiting} />
        <Figure label="Median wait in days" value={medianWait ?? 'None'} />
        {byState.map(({ count: matches, label, state }) => (
          <Figure key={state} label={label} value={matches} />
        ))}
      </dl>
    </section>
    <section aria-labelledby="figures-months" className="desk__section">
      <h2 id="figures-months">By month of introduction</h2>
      <p>
        A match counts in the month it was introduced, with all that has become of it since.
        “Contact in time” is a first contact by the day it was due. Introductions that were undone
        do not count.
      </p>
      {months.length === 0 ? (
        <p className="desk__empty">Figures appear here after the first introduction.</p>
      ) : (
        <>
          {/* Scrolls sideways on a phone, so the keyboard must reach it. */}
          <div
            aria-label="Table of the months"
            className="desk__table-wrap"
            role="region"
            tabIndex={0}
          >
            <table className="desk__table mentoring__table">
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  {NAMES.map((name) => (
                    <th key={name} scope="col">
                      {FIGURES[name]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {months.map(({ month, ...outcomes }) => (
                  <tr key={month}>
                    <th scope="row">{monthInWords(month)}</th>
                    {NAMES.map((name) => (
                      <Cell key={name} most={most(months, name)} of={outcomes} name={name} />
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">All</th>
                  {NAMES.map((name) => (
                    <td key={name}>{share(total, name)}</td>
                  ))}
                </tr>
              </tfoot>
            </table>
          </div>
          <Button buttonStyle="secondary" el="anchor" url={csv}>
            Download as CSV
          </Button>
        </>
      )}
    </section>
    <section aria-labelledby="figures-surveys" className="desk__section">
      <h2 id="figures-surveys">What people say at the end</h2>
      {surveys.count === 0 ? (
        <p className="desk__empty">Answers appear here after the first match has ended.</p>
      ) : (
        <>
          <p>{count(surveys.count, 'person has answered.', 'people have answered.')}</p>
          {surveys.tallies.map(({ answers, question }) => (
            <div key={question}>
              <h3>{question}</h3>
              <dl className="mentoring__answers">
                {answers.map(({ count: given, label }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <span>{given}</span>
                      <Bar of={surveys.count} value={given} />
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </>
      )}
    </section>
  </div>
)

const Bar = ({ of, value }: { of: number; value: number }) => (
  <span
    aria-hidden="true"
    className="mentoring__bar"
    style={{ inlineSize: `${of === 0 ? 0 : (100 * value) / of}%` }}
  />
)

const Figure = ({ label, value }: { label: string; value: number | string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

/** A number with its bar, as long as its share of the month with the most. */
const Cell = ({ most, name, of }: { most: number; name: keyof Outcomes; of: Outcomes }) => (
  <td>
    <span>{share(of, name)}</span>
    <Bar of={most} value={of[name]} />
  </td>
)

const most = (months: Outcomes[], name: keyof Outcomes): number =>
  Math.max(...months.map((month) => month[name]))

/** @example share({ introduced: 4, agreed: 3, … }, 'agreed') // '3 (75%)' */
const share = (of: Outcomes, name: keyof Outcomes): string => {
  const value = of[name]
  if (name === 'introduced' || value === 0) return String(value)
  return `${value} (${Math.round((100 * value) / of.introduced)}%)`
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

const monthInWords = (month: string): string => MONTH.format(new Date(`${month}-15T12:00:00Z`))
