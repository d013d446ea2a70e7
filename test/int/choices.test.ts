import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { editionInForce, editionOf, labelIn } from '@mentoring/forms/editions/in-force'
import type { Mentee, Mentor } from '../../payload-types.ts'
import { type Matching, bootMatching } from '../helpers/matching.ts'
import { editorsOf } from '../helpers/editors.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

/** What editors do with the choices of a list, beside their words. */

let app: Matching
let editors: ReturnType<typeof editorsOf>
beforeAll(async () => {
  app = await bootMatching()
  editors = editorsOf(app)
})
afterAll(() => app.close())

describe('the group of a choice', () => {
  const add = (body: object) => app.rest('POST', '/choices', { as: 'comms', body })

  it('is a choice of the list that its list takes groups from', async () => {
    const body = { list: 'countries', label: 'Somaliland', group: 'easternAfrica' }
    const made = await add(body)
    expect(made.status, made.text).toBe(201)
    const { id } = made.json.doc
    const moved = { group: 'westernAfrica' }
    expect((await editors.call('PATCH', `/choices/${id}`, moved, 'comms')).doc).toMatchObject(moved)
    for (const group of ['SD', 'Eastern Africa', 'nowhere', 'lgi']) {
      const answers = [
        await add({ ...body, label: 'Elsewhere', group }),
        await app.rest('PATCH', `/choices/${id}`, { as: 'comms', body: { group } }),
      ]
      for (const answer of answers) {
        expect(answer.status, group).toBe(400)
        expect(answer.text).toContain('There is no such group. Choose one from the list.')
      }
    }
    expect((await editors.call('PATCH', `/choices/${id}`, { group: null })).doc.group).toBe(null)
  })

  it('is refused where the list has none, and one from before stands in nobody’s way', async () => {
    const refused = await add({ list: 'sites', label: 'Seacroft', group: 'easternAfrica' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('The choices of this list have no groups.')

    await editors.change('choice-lists', 'countries', { groupsFrom: null })
    const renamed = { label: 'Sudan (the)', group: 'northernAfrica' }
    const { doc } = await editors.change('choices', 'SD', renamed, 'countries')
    expect(doc).toMatchObject(renamed)
    const { changes } = await editors.publish()
    expect(changes).toContain('List “Countries”: its groups changed.')
    await editors.change('choice-lists', 'countries', { groupsFrom: 'regions' })
    await editors.publish()
  })
})

describe('two choices of a list', () => {
  const idOf = async (list: string, key: string) => (await editors.find('choices', key, list)).id
  const merge = async (list: string, choice: string, into: string, as?: Role) =>
    app.rest('POST', '/forms/merge', {
      as,
      body: { choice: await idOf(list, choice), into: await idOf(list, into) },
    })
  const refused = async (list: string, choice: string, into: string) => {
    const answer = await merge(list, choice, into, 'comms')
    expect(answer.status, answer.text).toBe(409)
    return answer.json.message as string
  }
  const read = async <C extends 'mentees' | 'mentors'>(collection: C, id: string) =>
    (await app.payload.db.findOne<(C extends 'mentees' ? Mentee : Mentor) & { id: string }>({
      collection,
      where: { id: { equals: id } },
    }))!
  let number: number
  let holder: Mentee
  let mentor: Mentor
  let other: Mentee

  beforeAll(async () => {
    await editors.addList('Wards', ['Ward 7', 'Ward J07', 'Ward J7', 'Ward 9', 'Ward 12'])
    for (const label of ['Ward 7', 'Ward J07']) {
      await editors.call('POST', '/choices', { list: 'sites', label })
      await editors.call('POST', '/choices', { list: 'topics', label })
    }
    const ofList = { list: 'wards', seenBy: 'coordinators' }
    await editors.addQuestion('ward', { kind: 'one', ...ofList })
    await editors.addQuestion('wards', { kind: 'many', ...ofList })
    await editors.addQuestion('alsoTopics', { kind: 'many', list: 'topics' })
    await editors.addQuestion('hidden', { kind: 'one', ...ofList, seenBy: 'nobody' })
    for (const kind of ['mentor', 'mentee'] as const) {
      const keys = ['ward', 'wards', 'hidden', 'alsoTopics']
      await editors.ask(kind, ...keys.map((question) => ({ question })))
    }
    number = (await editors.publish()).number
    const askedIn = { ward: number, wards: number, hidden: number }
    const answers = { ward: 'ward7', wards: ['ward9', 'ward7', 'wardJ07'], hidden: 'ward7' }
    holder = await createMentee(app.payload, { site: 'ward7', answers, askedIn })
    mentor = await createMentor(app.payload, {
      site: 'ward7',
      topics: ['exams', 'ward7', 'wardJ07'],
      answers: { hidden: 'ward7', alsoTopics: ['ward7'] },
      askedIn,
    })
    other = await createMentee(app.payload, { site: 'lgi', answers: { ward: 'ward9' }, askedIn })
  })

  it('become one for everybody who holds the first, at once, and nobody else is touched', async () => {
    const before = await read('mentees', other.id)
    for (const [list, people] of [
      ['sites', 2],
      ['topics', 1],
      // Whoever has chosen it where it only counts in the matching is not told of.
      ['wards', 1],
    ] as const) {
      const answer = await merge(list, 'ward7', 'wardJ07', 'coordinator')
      expect(answer.status, answer.text).toBe(200)
      expect(answer.json, list).toEqual({ people })
    }
    const now = await read('mentees', holder.id)
    expect(now).toMatchObject({
      site: 'wardJ07',
      answers: { ward: 'wardJ07', wards: ['ward9', 'wardJ07'], hidden: 'wardJ07' },
      answerIndex: '|ward=wardJ07|wards=ward9|wards=wardJ07|',
    })
    expect(now.updatedAt).not.toBe(holder.updatedAt)
    expect(await read('mentors', mentor.id)).toMatchObject({
      site: 'wardJ07',
      topics: ['exams', 'wardJ07'],
      answers: { hidden: 'wardJ07', alsoTopics: ['wardJ07'] },
      answerIndex: '|alsoTopics=wardJ07|',
    })
    expect(await read('mentees', other.id)).toEqual(before)
    const edition = await editionInForce({ payload: app.payload })
    expect(labelIn(edition, 'wards', 'wardJ07')).toBe('Ward J07')
  })

  it('are one for forms that still have the first: before and after it is published, and of an older edition', async () => {
    const signUp = async (email: string, more: object) => {
      const answer = await editors.signUp('mentee', { email, site: 'ward7', ...more })
      expect(answer.status, answer.text).toBe(202)
      const where = `where[email][equals]=${email}`
      return (await editors.call('GET', `/mentees?${where}`)).docs[0]
    }
    const own = { ward: 'ward7', wards: ['ward7', 'wardJ07'] }
    const isOne = { site: 'wardJ07', answers: { ward: 'wardJ07', wards: ['wardJ07'] } }
    expect(await signUp('before@example.org', own)).toMatchObject(isOne)
    const { changes } = await editors.publish()
    expect(changes).toEqual([
      'List “Hospital sites”: “Ward 7” was merged into “Ward J07”.',
      'List “Topics”: “Ward 7” was merged into “Ward J07”.',
      'List “Wards”: “Ward 7” was merged into “Ward J07”.',
    ])
    const after = await signUp('after@example.org', own)
    expect(after).toMatchObject(isOne)
    // As a draft of an older edition and a mailed link write them.
    const late = await createMentee(app.payload, { site: 'ward7', answers: own })
    expect(late).toMatchObject(isOne)
    // By hand, from a page that was opened before.
    const path = `/mentees/${after.id}`
    const { doc } = await editors.call('PATCH', path, { site: 'ward7', answers: { ward: 'ward7' } })
    expect(doc).toMatchObject({ site: 'wardJ07', answers: { ward: 'wardJ07' } })

    const old = (await editionOf(app.payload, number))!
    expect(labelIn(old, 'wards', 'ward7')).toBe('Ward 7')
    const edition = await editionInForce({ payload: app.payload })
    expect(labelIn(edition, 'wards', 'ward7')).toBe('Ward 7')
    const question = edition.forms.mentee!.sections.flatMap(({ fields }) => fields)
    const offered = question.find(({ name }) => name === 'ward')!.options!
    expect(offered.map(({ value }) => value)).toEqual(['ward12', 'ward9', 'wardJ07', 'wardJ7'])
  })

  it('follow each other, and the first stays merged and retired', async () => {
    expect((await merge('wards', 'wardJ07', 'wardJ7', 'admin')).json).toEqual({ people: 4 })
    expect((await read('mentees', holder.id)).answers).toMatchObject({ ward: 'wardJ7' })
    const late = await createMentee(app.payload, { answers: { ward: 'ward7', wards: ['wardJ07'] } })
    expect(late.answers).toEqual({ ward: 'wardJ7', wards: ['wardJ7'] })
    expect(await refused('wards', 'ward7', 'ward9')).toBe('“Ward 7” was merged already.')
    expect(await refused('wards', 'wardJ7', 'ward7')).toContain('Choose that one.')
    expect(await refused('wards', 'wardJ7', 'wardJ7')).toContain('into itself')
    const id = await idOf('wards', 'ward7')
    const body = { isRetired: false }
    const back = await app.rest('PATCH', `/choices/${id}`, { as: 'comms', body })
    expect(back.status).toBe(400)
    expect(back.text).toContain('merged into another one, so it stays retired')
    const { docs } = await editors.call('GET', `/choices/versions?where[parent][equals]=${id}`)
    const older = docs.find(({ version }: { version: typeof body }) => !version.isRetired)
    const restored = await app.rest('POST', `/choices/versions/${older.id}`, { as: 'comms' })
    expect(restored.status).toBe(400)
    expect(
      (await editors.call('PATCH', `/choices/${id}`, { label: 'Ward seven' })).doc,
    ).toMatchObject({ label: 'Ward seven', isRetired: true })
    await editors.publish()
    const answer = await editors.signUp('mentee', { email: 'chain@example.org', ward: 'ward7' })
    expect(answer.status, answer.text).toBe(202)
  })

  it('of two merged into each other at one moment, one stays', async () => {
    const answers = await Promise.all([
      merge('wards', 'wardJ7', 'ward9', 'comms'),
      merge('wards', 'ward9', 'wardJ7', 'comms'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { ward } = (await read('mentees', holder.id)).answers as { ward: string }
    expect(ward).toBe((await read('mentees', other.id)).answers!.ward)
  })

  it('move what is in the group of the first', async () => {
    await editors.call('PATCH', `/choices/${await idOf('countries', 'SD')}`, {
      group: 'middleAfrica',
    })
    expect((await merge('regions', 'middleAfrica', 'northernAfrica', 'comms')).status).toBe(200)
    expect((await editors.find('choices', 'SD', 'countries')).group).toBe('northernAfrica')
    await editors.publish()
  })

  it('are not merged where somebody counts on the first, or could not read the second', async () => {
    expect(await refused('genders', 'woman', 'man')).toContain('are needed as they are')
    const body = { choice: await idOf('sites', 'lgi'), into: await idOf('wards', 'ward9') }
    const apart = await app.rest('POST', '/forms/merge', { as: 'comms', body })
    expect(apart.json.message).toContain('of the same list')

    await editors.call('POST', '/choices', { list: 'sites', label: 'Brand new' })
    expect(await refused('sites', 'lgi', 'brandNew')).toContain('has never been published')

    await editors.addQuestion('parking', { kind: 'yesNo' })
    const after = (isOneOf: string[]) => ({
      question: 'parking',
      onlyIf: { question: 'site', isOneOf },
    })
    await editors.ask('mentee', after(['lgi']))
    const why = 'The question “About parking” is asked after “Leeds General Infirmary”'
    expect(await refused('sites', 'lgi', 'stJames')).toContain(why)
    await editors.publish()
    await editors.takeOff('mentee', 'parking')
    expect(await refused('sites', 'lgi', 'stJames')).toContain(why)
    await editors.ask('mentee', after(['lgi', 'stJames']))
    await editors.publish()
    expect((await merge('sites', 'lgi', 'stJames', 'comms')).status).toBe(200)
  })

  it('are merged by those who edit forms, and only coordinators are told how many people that were', async () => {
    const nothing = { choice: 'x', into: 'y' }
    expect((await app.rest('POST', '/forms/merge', { body: nothing })).status).toBe(403)
    const gone = await app.rest('POST', '/forms/merge', { as: 'comms', body: nothing })
    expect(gone.status, gone.text).toBe(404)
    const more = { ...nothing, people: true }
    expect((await app.rest('POST', '/forms/merge', { as: 'comms', body: more })).status).toBe(400)

    await createMentee(app.payload, { topics: ['housing'] })
    const answer = await merge('topics', 'housing', 'exams', 'comms')
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({})
    for (const as of ['comms', 'coordinator'] as const) {
      const shown = await app.rest('GET', `/choices?limit=0&depth=0`, { as })
      expect(shown.text).not.toContain('mergedInto')
      const asked = await app.rest('GET', '/choices?where[mergedInto][exists]=true', { as })
      expect(asked.status).toBe(400)
    }
  })

  it('leave proposals as they are', async () => {
    await app.empty()
    const pair = [await createMentor(app.payload), await createMentee(app.payload)]
    await app.act('run', {})
    const [proposal] = await app.matches('proposed')
    expect([proposal?.mentor, proposal?.mentee]).toEqual(pair.map(({ id }) => id))
    await app.act('lock', { matches: [proposal!.id] })
    const locked = await app.matches('proposed')
    expect((await merge('pathways', 'mti', 'cpsp', 'comms')).status).toBe(200)
    expect(await app.matches('proposed')).toEqual(locked)
    expect((await read('mentees', pair[1]!.id)).pathway).toBe('cpsp')
  })
})
