import { count } from '@mentoring/kit/text'
import type { PayloadRequest } from 'payload'

import { loadPlanned, type Planned } from '../../programme/content/planned.ts'
import { type Due, loadDue } from '../../programme/content/reviews.ts'
import { loadWaiting, type Waiting } from '../../programme/content/waiting.ts'
import { ukDate, ukDateTime } from '../../programme/clock/dates.ts'
import { ForgetPlan, TakePlan } from './PlanButtons.tsx'
import './content.css'

/** So many of each stand on the first page; what is more is counted. */
const SHOWN = 10

/** For the comms team's first page: what is not public yet, what goes up or down on a date, and what is due for review. */
export const ContentNotices = async ({ req }: { req: PayloadRequest }) => {
  const [planned, waiting, due] = await Promise.all([
    loadPlanned(req),
    loadWaiting(req),
    loadDue(req, new Date()),
  ])
  const missed = planned.filter(({ problem }) => problem)
  return (
    <>
      {missed.length > 0 && <Missed list={missed} />}
      <div className="start__cards">
        <Drafts list={waiting} />
        <Dates list={planned.filter(({ problem }) => !problem)} />
        <Reviews list={due} />
      </div>
    </>
  )
}

const Missed = ({ list }: { list: Planned[] }) => (
  <section className="start__card content-missed">
    <h3>Not done on its date</h3>
    <ul className="content-list">
      {list.map(({ at, by, isOrphan, job, problem, record, what }) => (
        <li key={job}>
          <a href={record.href}>{record.title}</a> was planned by {by} to{' '}
          {what === 'unpublish' ? 'come off' : 'go on'} the site{at && ` on ${ukDateTime(at)}`}.{' '}
          <strong>{problem}</strong>{' '}
          {isOrphan && (
            <>
              <TakePlan job={job} />{' '}
            </>
          )}
          <ForgetPlan job={job} label="Take it off this list" />
        </li>
      ))}
    </ul>
  </section>
)

const Drafts = ({ list }: { list: Waiting[] }) => (
  <section className="start__card">
    <h3>Drafts</h3>
    <div className="start__card-body">
      {list.length === 0 ? (
        <p>Everything that was saved is public.</p>
      ) : (
        <p>{count(list.length, 'draft')} not public yet.</p>
      )}
      <ul className="content-list">
        {list.slice(0, SHOWN).map(({ at, by, isNew, note, record }) => (
          <li key={`${record.collection} ${record.id}`}>
            <a href={record.href}>{record.title}</a>, {record.kind.toLowerCase()}
            {isNew && ', not on the site'}. Saved{by && ` by ${by}`} {ukDateTime(at)}.
            {note && ` “${note}”`}
          </li>
        ))}
      </ul>
      <More list={list} />
    </div>
  </section>
)

const Dates = ({ list }: { list: Planned[] }) => (
  <section className="start__card">
    <h3>Planned</h3>
    <div className="start__card-body">
      {list.length === 0 && (
        <p>
          Nothing goes on the site or comes off it on a date. To plan it, open a draft and use the
          arrow beside “Publish changes”.
        </p>
      )}
      <ul className="content-list">
        {list.slice(0, SHOWN).map(({ at, by, from, job, record, what }) => (
          <li key={job}>
            <a href={record.href}>{record.title}</a>{' '}
            {what === 'unpublish' ? 'comes off the site' : 'goes on the site'}
            {at && ` ${ukDateTime(at)}`}, planned by {from ? `${from} and taken over by ${by}` : by}
            . <ForgetPlan job={job} label="Cancel" />
          </li>
        ))}
      </ul>
      <More list={list} />
    </div>
  </section>
)

const Reviews = ({ list }: { list: Due[] }) => (
  <section className="start__card">
    <h3>Reviews</h3>
    <div className="start__card-body">
      {list.length === 0 ? (
        <p>Nothing is due for review.</p>
      ) : (
        <p>{count(list.length, 'review')} due.</p>
      )}
      <ul className="content-list">
        {list.slice(0, SHOWN).map(({ due, owner, record }) => (
          <li key={`${record.collection} ${record.id}`}>
            <a href={record.href}>{record.title}</a>, since {ukDate(due)}
            {owner && `, looked after by ${owner}`}.
          </li>
        ))}
      </ul>
      <More list={list} />
    </div>
  </section>
)

const More = ({ list }: { list: unknown[] }) =>
  list.length > SHOWN ? <p>And {list.length - SHOWN} more.</p> : null
