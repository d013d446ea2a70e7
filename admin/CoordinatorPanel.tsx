import { count, waited } from '@mentoring/kit/text'
import { daysBetween } from '@mentoring/matching'
import Link from 'next/link'
import type { PayloadRequest } from 'payload'

import { OPEN } from '../programme/clock/states.ts'
import { ATTENTION, type AttentionKind } from '../programme/coordinators/attention.ts'
import { countAttention } from '../programme/coordinators/load-attention.ts'
import { MATCHING } from '../programme/matches/matching.ts'
import { StartCard } from './StartCard.tsx'

/** How many of those who wait are named. */
const NAMED = 5

/** A wait this long, in days, needs somebody's attention. */
const LONG_WAIT = 60

/** Who waits, what needs attention, and the way to the matching. */
export const CoordinatorPanel = async ({ req }: { req: PayloadRequest }) => {
  const { payload } = req
  const as = { overrideAccess: false, req } as const
  const [waiting, proposals, openMatches, mentors, { counts, outage }] = await Promise.all([
    payload.find({
      ...as,
      collection: 'mentees',
      where: MATCHING.mentees.available,
      sort: 'waitingSince',
      limit: NAMED,
      depth: 0,
    }),
    payload.count({ ...as, collection: 'matches', where: { status: { equals: 'proposed' } } }),
    payload.count({ ...as, collection: 'matches', where: { status: { in: OPEN } } }),
    payload.count({ ...as, collection: 'mentors', where: MATCHING.mentors.available }),
    countAttention(req, new Date()),
  ])
  const { admin } = payload.config.routes
  const now = new Date()
  const longest = waiting.docs[0]
  const longestWait = longest ? daysBetween(MATCHING.mentees.waitingSince(longest), now) : 0

  const attention = [
    proposals.totalDocs > 0 && {
      href: `${admin}/matching`,
      text: `${count(proposals.totalDocs, 'proposal')} to decide on`,
    },
    longestWait >= LONG_WAIT && {
      href: `${admin}/matching`,
      text: `${longest!.name} has waited ${count(longestWait, 'day')}`,
    },
    ...(Object.keys(ATTENTION) as AttentionKind[]).map((kind) => {
      const text = (kind === 'outage' && outage) || `${ATTENTION[kind]}: ${counts[kind]}`
      return counts[kind] > 0 && { href: `${admin}/mentoring`, text }
    }),
  ].filter((item) => item !== false)

  return (
    <section aria-labelledby="start-matching" className="start__group">
      <h2 id="start-matching">Matching</h2>
      <div className="start__cards">
        <StartCard
          action={{ href: `${admin}/matching`, label: 'Open matching', isMain: true }}
          title={`${count(waiting.totalDocs, 'mentee')} waiting`}
        >
          {waiting.totalDocs === 0 ? (
            <p>Nobody is waiting for a mentor.</p>
          ) : (
            <ul>
              {waiting.docs.map((mentee) => (
                <li key={mentee.id}>
                  <Link href={`${admin}/collections/mentees/${mentee.id}`} prefetch={false}>
                    {mentee.name}
                  </Link>
                  , {waited(daysBetween(MATCHING.mentees.waitingSince(mentee), now))}
                </li>
              ))}
              {waiting.totalDocs > NAMED && <li>and {waiting.totalDocs - NAMED} more</li>}
            </ul>
          )}
        </StartCard>
        <StartCard
          action={{ href: `${admin}/mentoring`, label: 'Open the list' }}
          title="Needs attention"
        >
          {attention.length === 0 ? (
            <p>Nothing needs you right now.</p>
          ) : (
            <ul>
              {attention.map(({ href, text }) => (
                <li key={text}>
                  <Link href={href} prefetch={false}>
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </StartCard>
        <StartCard
          action={{ href: `${admin}/collections/matches`, label: 'See all matches' }}
          title={count(openMatches.totalDocs, 'open match', 'open matches')}
        >
          <p>{count(mentors.totalDocs, 'mentor takes', 'mentors take')} mentees now.</p>
        </StartCard>
      </div>
    </section>
  )
}
