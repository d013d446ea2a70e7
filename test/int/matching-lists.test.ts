import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { makeRandom } from '../../bench/random.ts'
import { loadPool } from '../../plugins/matching/operations/load-pool.ts'
import { loadWorkspace } from '../../plugins/matching/operations/load-workspace.ts'
import { optionsFor } from '../../plugins/matching/options-for.ts'
import type { ResolvedOptions } from '../../plugins/matching/types.ts'
import { loadDraftPage } from '../../plugins/matching/workspace/draft-list.ts'
import { findMentors } from '../../plugins/matching/workspace/mentor-list.ts'
import { surveyPool } from '../../plugins/matching/workspace/survey.ts'
import { loadWaiting } from '../../plugins/matching/workspace/waiting-list.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor } from '../helpers/people.ts'
import { countReads } from '../helpers/reads.ts'
import { readAll, wholeDraft, wholeList } from '../helpers/whole-workspace.ts'

/** Lists of the workspace that are longer than a page. */

let app: Matching
let options: ResolvedOptions
beforeAll(async () => {
  app = await bootMatching()
  options = await optionsFor(await req())
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const req = () => app.reqAs('coordinator')

const COUNTRIES = ['SD', 'IN', 'EG', 'PK'] as const

/** Many people, some of one moment and some of one name, of whom not all get a mentor. */
const fill = async (mentees: number, mentors: number, seed = 1) => {
  const next = makeRandom(seed)
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  for (let n = 0; n < mentors; n += 1) {
    await createMentor(app.payload, { country: of(COUNTRIES), capacity: of([1, 2]) })
  }
  for (let n = 0; n < mentees; n += 1) {
    const day = `2026-0${of([7, 8, 9])}-1${of([0, 1, 2])}`
    await createMentee(app.payload, {
      ...(next() < 0.2 && { name: 'Élodie Côté' }),
      country: of(COUNTRIES),
      waitingSince: `${day}T0${of([8, 9])}:00:00.000Z`,
    })
  }
}

/** Changes some of what a draft stands on. */
const disturb = async (seed: number) => {
  const next = makeRandom(seed)
  for (const { id, mentee, mentor } of await app.matches('proposed')) {
    const how = Math.floor(next() * 8)
    const at = { overrideAccess: true } as const
    if (how === 0) {
      await app.payload.update({
        collection: 'mentors',
        id: mentor,
        data: { takesMentees: false },
        ...at,
      })
    } else if (how === 1) {
      await app.payload.update({
        collection: 'mentees',
        id: mentee,
        data: { status: 'withdrawn' },
        ...at,
      })
    } else if (how === 2) {
      await app.payload.update({
        collection: 'mentees',
        id: mentee,
        data: { country: 'GH' },
        ...at,
      })
    } else if (how === 3) await app.act('lock', { matches: [id], isLocked: true })
    else if (how === 4) await app.act('confirm', { matches: [id] })
  }
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the lists', () => {
  it('have on their pages what a plain program finds, in its order', async () => {
    await fill(70, 30)
    await app.act('run', {})
    await disturb(2)
    const pool = await loadPool(await req(), options, new Date())
    const all = { pagination: false, overrideAccess: true } as const
    const { docs: mentees } = await app.payload.find({ collection: 'mentees', ...all })
    const onRecord = new Map(mentees.map((mentee) => [mentee.id, mentee]))
    const inLine = (a: string, b: string) => {
      const place = (id: string) => onRecord.get(id)?.waitingSince ?? 'Z'
      const name = (id: string) => onRecord.get(id)?.name ?? ''
      return (
        place(a).localeCompare(place(b)) || name(a).localeCompare(name(b), 'en') || (a < b ? -1 : 1)
      )
    }
    const waiting = await wholeList(await req())
    expect(ids(waiting)).toEqual(pool.mentees.map(({ id }) => id).sort(inLine))
    const mentorOf = new Map(pool.proposals.map(({ mentee, mentor }) => [mentee, mentor]))
    const { docs: mentors } = await app.payload.find({ collection: 'mentors', ...all })
    const nameOf = new Map(mentors.map(({ id, name }) => [id, name]))
    for (const { id, proposedTo } of waiting) {
      expect(proposedTo).toBe(nameOf.get(mentorOf.get(id) ?? ''))
    }

    const draft = await wholeDraft(await req())
    const stillWaits = new Set(pool.mentees.map(({ id }) => id))
    const inQueue = draft.filter(({ mentee }) => stillWaits.has(mentee.id))
    expect(ids(draft).toSorted()).toEqual(ids(pool.proposals).toSorted())
    expect(inQueue.map(({ mentee }) => mentee.id)).toEqual(
      inQueue.map(({ mentee }) => mentee.id).toSorted(inLine),
    )

    // Whom confirming would refuse for what is so already, by the pool as a whole.
    const places = new Map(pool.mentors.map(({ id, places }) => [id, places]))
    for (const { mentee, mentor, stale } of draft) {
      const isThere = stillWaits.has(mentee.id) && (places.get(mentor.id) ?? 0) > 0
      expect(stale?.isBroken === true, `${mentee.name} ${mentor.name}`).toBe(!isThere)
    }
    expect(await surveyPool(await req(), options)).toEqual({
      mentors: pool.mentors.filter(({ places }) => places > 0).length,
      places: pool.mentors.reduce((sum, { places }) => sum + Math.max(0, places), 0),
      draft: {
        proposals: draft.length,
        stale: draft.filter(({ stale }) => stale).length,
        broken: draft.filter(({ stale }) => stale?.isBroken).length,
        hasLocks: draft.some(({ isLocked }) => isLocked),
        hasUnlocked: draft.some(({ noNextBest }) => noNextBest === 'kept'),
      },
    })
    // Or it would say little.
    expect(draft.filter(({ stale }) => stale).length).toBeGreaterThan(3)
    expect(draft.length).toBeGreaterThan(26)
  })

  it('leave what a filter asks for, on all pages', async () => {
    await fill(60, 40, 3)
    await app.act('run', {})
    await disturb(4)
    const draft = await wholeDraft(await req())
    const waiting = await wholeList(await req())
    const narrowed = async (filter: Parameters<typeof wholeDraft>[1]) =>
      ids(await wholeDraft(await req(), filter))
    expect(await narrowed({ state: 'locked' })).toEqual(
      ids(draft.filter(({ isLocked }) => isLocked)),
    )
    expect(await narrowed({ state: 'stale' })).toEqual(ids(draft.filter(({ stale }) => stale)))
    expect(await narrowed({ name: 'elodie cote' })).toEqual(
      ids(draft.filter(({ mentee }) => mentee.name === 'Élodie Côté')),
    )
    const { tier } = draft[0]!
    expect(await narrowed({ tier, name: 'mentor 1' })).toEqual(
      ids(draft.filter((one) => one.tier === tier && one.mentor.name.startsWith('Mentor 1'))),
    )
    const listed = async (filter: Parameters<typeof wholeList>[1]) =>
      ids(await wholeList(await req(), filter))
    expect(await listed({ text: ' SUDAN ' })).toEqual(
      ids(waiting.filter(({ summary }) => summary.includes('Sudan'))),
    )
    expect(await listed({ groups: { Country: 'Egypt' }, draft: 'without' })).toEqual(
      ids(waiting.filter((one) => one.summary.startsWith('Egypt') && !one.proposedTo)),
    )
    const [first] = waiting
    expect(await listed({ days: first!.daysWaited })).toEqual(
      ids(waiting.filter(({ daysWaited }) => daysWaited >= first!.daysWaited)),
    )
    expect(await listed({ isLeftOver: true })).toEqual(
      ids(waiting.filter(({ proposedTo }) => !proposedTo)),
    )
  })

  it('skip nobody while others are introduced, and lead back to where one was', async () => {
    await fill(80, 60, 5)
    await app.act('run', {})
    const before = ids(await wholeDraft(await req()))
    const gone: string[] = []
    const seen: string[] = []
    const rows = await readAll(async (page) => {
      const list = await loadDraftPage(await req(), options, { filter: {}, page })
      seen.push(...ids(list.rows))
      // The last that was shown, one before it and one that is still to come.
      for (const id of [list.rows.at(-1), list.rows.at(-5)].flatMap((row) => row?.id ?? [])) {
        await app.payload.db.deleteOne({ collection: 'matches', where: { id: { equals: id } } })
        gone.push(id)
      }
      return list
    })
    expect(ids(rows)).toEqual(before)
    const left = before.filter((id) => !gone.includes(id))
    const first = await loadDraftPage(await req(), options, { filter: {}, page: {} })
    expect(ids(first.rows)).toEqual(left.slice(0, 25))
    const second = await loadDraftPage(await req(), options, {
      filter: {},
      page: { after: first.ends!.last },
    })
    expect([second.from, ...ids(second.rows)]).toEqual([25, ...left.slice(25, 50)])
    const back = await loadDraftPage(await req(), options, {
      filter: {},
      page: { before: second.ends!.first },
    })
    expect(ids(back.rows)).toEqual(ids(first.rows))
  })

  it('say of a proposal what the last run says of it, and nothing that a row still has of older ones', async () => {
    await fill(6, 6, 11)
    await app.act('run', {})
    const where = { status: { equals: 'proposed' } }
    await app.payload.db.updateMany({ collection: 'matches', where, data: { explanation: {} } })
    await app.act('run', {})
    for (const { explanation } of await app.matches('proposed')) expect(explanation).toBeFalsy()
  })

  it('are asked for what is chosen, as it is at that moment', async () => {
    await fill(30, 30, 6)
    await app.act('run', {})
    const draft = await wholeDraft(await req())
    const [one, two, three] = ids(draft)
    await app.act('lock', { matches: [one, two], isLocked: true })
    await app.act('confirm', { matches: [two] })
    const chosen = async (body: object) => (await app.act('chosen', body)).json.matches as string[]
    expect(await chosen({ filter: {}, only: [three, two, one] })).toEqual([one, three])
    expect(await chosen({ filter: { state: 'locked' }, except: [] })).toEqual([one])
    expect(await chosen({ filter: {}, except: [one] })).toEqual(
      ids(draft).filter((id) => id !== one && id !== two),
    )
  })
})

describe('whatever the number of people', () => {
  it('the workspace opens with a page of each list, and reads whole records of nobody else', async () => {
    const reads = async () => {
      const asked = await req()
      return countReads(app.payload, async () => {
        const { draft, leftOver } = await loadWorkspace(asked, options)
        expect(draft.rows.length).toBeLessThanOrEqual(25)
        expect(leftOver.rows.length).toBeLessThanOrEqual(25)
      })
    }
    await fill(60, 40, 7)
    await app.act('run', {})
    const few = await reads()
    await fill(90, 60, 8)
    await app.act('run', {})
    const many = await reads()
    expect(many.statements).toBeLessThanOrEqual(few.statements + 2)
    // The two of each row, the next best, and the last run; a few rows of either run share a mentor.
    expect(many.whole).toBeLessThanOrEqual(25 * 4 + 10)
  })

  it('a run, suggestions and a try-out of settings read whole records only of those they name', async () => {
    await fill(30, 120, 10)
    const find = { collection: 'mentees', limit: 1, overrideAccess: true } as const
    const { id } = (await app.payload.find(find)).docs[0]!
    const settings = {
      goal: 'mostMatched',
      leastTier: 'other',
      leastPoints: 0,
      isSpread: false,
      ladder: [{ rung: 'sameCountry' }],
      points: {},
      rules: {},
    }
    const { whole } = await countReads(app.payload, async () => {
      expect((await app.act('run', {})).json.proposed).toBe(30)
      const { candidates, more } = (await app.act('suggest', { mentee: id })).json
      expect(candidates).toHaveLength(100)
      expect(more).toBe(20)
      expect((await app.act('preview', { settings })).status).toBe(200)
    })
    // The candidates, and whom else they are proposed to; who asks is read as well.
    expect(whole).toBeLessThanOrEqual(100 + 30 + 10)
  })

  it('no more than a portion of whole records is in memory at a time', async () => {
    await fill(30, 20, 9)
    await app.act('run', {})
    const asked = await req()
    const page = { filter: { text: 'mentee' }, page: {} }
    const { whole } = await countReads(app.payload, async () => {
      await loadWaiting(asked, options, page)
      await surveyPool(asked, options)
      await findMentors(asked, options)
    })
    expect(whole).toBeGreaterThan(30)
    const found = await findMentors(asked, options, 'mentor 1')
    expect(found.mentors.every(({ name }) => name.startsWith('Mentor 1'))).toBe(true)
  })
})
