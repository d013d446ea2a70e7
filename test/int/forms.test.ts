import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { widenedFor } from '@mentoring/forms/editions/audience'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { editorsOf } from '../helpers/editors.ts'
import { bootMentoring, type Mentoring } from '../helpers/mentoring.ts'
import type { Question } from '../../payload-types.ts'
import { createMentee } from '../helpers/people.ts'

/**
 * What editors change about the forms, from the admin's doors to everything that follows. The server is never started
 * again.
 */

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())

const {
  ask,
  call,
  change,
  find,
  formOf,
  publish: publishNow,
  signUp,
  takeOff,
} = editorsOf({ rest: (...asked) => app.rest(...asked) })
const publish = (as: Role = 'comms') => app.rest('POST', '/forms/publish', { as, body: {} })

describe('an option', () => {
  it('is added, found by its other names, and kept when it is no longer offered', async () => {
    const body = { list: 'sites', label: 'Leeds Dental Institute', synonyms: ['LDI'] }
    const { doc } = await call('POST', '/choices', body, 'comms')
    expect(doc.key).toBe('leedsDentalInstitute')
    expect((await signUp('mentee', { email: 'early@example.org', site: doc.key })).status).toBe(422)
    expect((await publishNow()).changes).toEqual([
      'List “Hospital sites”: “Leeds Dental Institute” is new.',
    ])
    expect((await signUp('mentee', { email: 'dental@example.org', site: 'ldi' })).status).toBe(202)
    const where = 'where[email][equals]=dental@example.org'
    const { docs } = await call('GET', `/mentees?${where}`)
    expect(docs[0].site).toBe('leedsDentalInstitute')
    expect((await call('GET', `/mentees?where[site][equals]=${doc.key}`)).totalDocs).toBe(1)

    await call('PATCH', `/choices/${doc.id}`, { isRetired: true, label: 'Dental Institute' })
    await publishNow()
    expect((await signUp('mentee', { email: 'late@example.org', site: doc.key })).status).toBe(422)
    const kept = await call('PATCH', `/mentees/${docs[0].id}`, { phone: '07700 900 123' })
    expect(kept.doc.site).toBe(doc.key)
    const other = (await call('GET', '/mentees?where[email][not_equals]=dental@example.org'))
      .docs[0]
    if (other) {
      const path = `/mentees/${other.id}`
      const refused = await app.rest('PATCH', path, { as: 'coordinator', body: { site: doc.key } })
      expect(refused.status).toBe(400)
    }
  })

  it('can’t be taken from a list that the code reads, and a list is never left without', async () => {
    const { id } = await find('choices', 'woman', 'genders')
    const body = { isRetired: true }
    const refused = await app.rest('PATCH', `/choices/${id}`, { as: 'comms', body })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('only their words can change')
    const label = 'A woman'
    expect((await call('PATCH', `/choices/${id}`, { label }, 'comms')).doc.label).toBe(label)
    await publishNow()

    const { docs } = await call('GET', '/choices?where[list][equals]=meetingPreferences')
    for (const choice of docs) await call('PATCH', `/choices/${choice.id}`, { isRetired: true })
    const empty = await publish()
    expect(empty.status).toBe(409)
    expect(empty.json.message).toContain(
      '“Way to meet”: its list “Ways to meet” has fewer than two',
    )
    for (const choice of docs) await call('PATCH', `/choices/${choice.id}`, { isRetired: false })
  })

  it('has a key that no other has', async () => {
    const body = { list: 'sites', label: 'Seacroft hospital', key: 'SEACROFT' }
    const answer = await app.rest('POST', '/choices', { as: 'comms', body })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('This key is taken')
  })
})

const KINDS = [
  { kind: 'text', given: '  Chess ', kept: 'Chess', shown: 'Chess', wrong: 'x'.repeat(51) },
  { kind: 'textarea', given: 'One\r\ntwo', kept: 'One\ntwo', shown: 'One\ntwo', wrong: 5 },
  { kind: 'yesNo', given: true, kept: true, shown: 'Yes', wrong: 'perhaps' },
  { kind: 'number', given: '4', kept: 4, shown: '4', wrong: 12 },
  { kind: 'one', given: 'music', kept: 'music', shown: 'Music', wrong: 'opera' },
  {
    kind: 'many',
    given: ['music', 'sport'],
    kept: ['music', 'sport'],
    shown: 'Music\nSport',
    wrong: ['opera'],
  },
  {
    kind: 'monthYear',
    given: '2024-05',
    kept: '2024-05-01T00:00:00.000Z',
    shown: 'May 2024',
    wrong: '2024-13',
  },
  {
    kind: 'date',
    given: '2024-05-31',
    kept: '2024-05-31T12:00:00.000Z',
    shown: '31 May 2024',
    wrong: '2024-04-31',
  },
] as const

describe('a new question of every kind', () => {
  it('is asked, checked, kept, shown, corrected, told to the other and to its owner', async () => {
    await call(
      'POST',
      '/choice-lists',
      { label: 'Hobbies', noun: 'hobby', order: 'alphabet' },
      'comms',
    )
    for (const label of ['Music', 'Sport']) {
      await call('POST', '/choices', { list: 'hobbies', label }, 'comms')
    }
    for (const { kind } of KINDS) {
      const words = {
        label: `What about ${kind}?`,
        hint: `Hint of ${kind}`,
        invalid: `Wrong ${kind}`,
      }
      await call('POST', '/questions', {
        key: `own${kind}`,
        adminLabel: `Own ${kind}`,
        kind,
        list: kind === 'one' || kind === 'many' ? 'hobbies' : undefined,
        maxLength: 50,
        min: 1,
        max: 9,
        maxChoices: 2,
        purpose: 'To try it.',
        seenBy: 'other',
        isInLists: true,
        mentor: words,
        mentee: { ...words, missing: `Answer ${kind}` },
      })
    }
    for (const form of ['mentor', 'mentee'] as const) {
      await ask(
        form,
        ...KINDS.map(({ kind }) => ({ question: `own${kind}`, isRequired: form === 'mentee' })),
      )
    }
    expect((await publishNow()).changes).toContain('Mentee sign-up form: “Own date” is asked.')

    const page = await app.rest('GET', '/sign-up/preview/mentee?page=all', { as: 'comms' })
    for (const { kind } of KINDS) expect(page.text).toContain(`What about ${kind}?`)
    const none = await signUp('mentee', { email: 'own@example.org' })
    expect(none.status).toBe(422)
    expect(none.json.errors.map(({ message }: { message: string }) => message)).toEqual(
      KINDS.map(({ kind }) => `Answer ${kind}`),
    )
    const wrong = Object.fromEntries(KINDS.map(({ kind, wrong: value }) => [`own${kind}`, value]))
    const refused = await signUp('mentee', { email: 'own@example.org', ...wrong })
    expect(refused.json.errors.map(({ message }: { message: string }) => message)).toEqual(
      KINDS.map(({ kind }) => `Wrong ${kind}`),
    )
    const given = Object.fromEntries(KINDS.map(({ kind, given: value }) => [`own${kind}`, value]))
    const kept = Object.fromEntries(KINDS.map(({ kind, kept: value }) => [`own${kind}`, value]))
    for (const kind of ['mentor', 'mentee'] as const) {
      const answer = await signUp(kind, { email: `own.${kind}@example.org`, ...given })
      expect(answer.status, answer.text).toBe(202)
    }
    const { docs } = await call('GET', '/mentees?where[email][equals]=own.mentee@example.org')
    expect(docs[0].answers).toEqual(kept)
    const path = `/mentees/${docs[0].id}`
    const corrected = await call('PATCH', path, { answers: { ...kept, owntext: 'Go' } })
    expect(corrected.doc.answers.owntext).toBe('Go')
    const bad = await app.rest('PATCH', path, {
      as: 'coordinator',
      body: { answers: { ...kept, ownone: 'opera' } },
    })
    expect(bad.status).toBe(400)
    expect(bad.text).toContain('Own one: Wrong one')
    const row = await app.payload.db.findOne<{ id: string; answerIndex: string }>({
      collection: 'mentees',
      where: { answerIndex: { contains: '|ownmany=music|' } },
    })
    expect(row?.answerIndex).toBe('|ownyesNo=true|ownone=music|ownmany=music|ownmany=sport|')
  })

  it('keeps the words of its time, and can be taken off without losing answers', async () => {
    await change('questions', 'owntext', { mentee: { label: 'Which game do you like?' } })
    await publishNow()
    await takeOff('mentee', 'ownnumber')
    await takeOff('mentor', 'ownnumber')
    await publishNow()
    const edition = await editionInForce({ payload: app.payload })
    expect(edition.noLongerAsked.mentee?.map(({ name }) => name)).toEqual(['ownnumber'])
    const { docs } = await call('GET', '/mentees?where[email][equals]=own.mentee@example.org')
    expect(docs[0].answers.ownnumber).toBe(4)
  })

  it('is brought back as it was in an older version, into what is to be published', async () => {
    const { docs } = await call('GET', '/questions/versions?where[version.key][equals]=owntext')
    const older = (docs as { id: string; version: Question }[]).find(
      ({ version }) => version.mentee?.label === 'What about text?',
    )!
    const restored = await app.rest('POST', `/questions/versions/${older.id}`, { as: 'comms' })
    expect(restored.status, restored.text).toBe(200)
    expect((await find('questions', 'owntext')).mentee.label).toBe('What about text?')
    expect((await publishNow()).changes).toEqual([
      'Mentee sign-up form: “Own text”: words changed.',
    ])
  })

  it('keeps its kind once it is published', async () => {
    const { id } = await find('questions', 'owndate')
    const answer = await app.rest('PATCH', `/questions/${id}`, {
      as: 'comms',
      body: { kind: 'text' },
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('People have answered this question')
    const gone = await app.rest('PATCH', `/questions/${id}`, {
      as: 'admin',
      body: { use: 'points' },
    })
    expect(gone.status).toBe(200)
    await call('PATCH', `/questions/${id}`, { use: 'none' })
  })
})

describe('a key', () => {
  it.each([
    ['status', 'for something else'],
    ['answers', 'for something else'],
    ['change', 'for something else'],
    ['constructor', 'for something else'],
    ['id', 'for something else'],
    ['phone', 'is taken'],
    ['child-care', 'letters and digits'],
    ['سؤال', 'letters and digits'],
  ])('of a question is not %s', async (key, why) => {
    const body = { key, adminLabel: `Named ${key}`, kind: 'text', purpose: 'To try it.' }
    const answer = await app.rest('POST', '/questions', { as: 'comms', body })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(why)
  })

  it('is asked for when none can be made of the name, such as one in Arabic', async () => {
    const body = { adminLabel: 'سؤال', kind: 'text', purpose: 'To try it.' }
    const answer = await app.rest('POST', '/questions', { as: 'comms', body })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('letters and digits')
  })
})

describe('the matching', () => {
  it('follows what coordinators say of a question, in words, and comms can’t say it', async () => {
    const { id } = await find('questions', 'ownone')
    const body = { use: 'points', most: 40 }
    expect((await app.rest('PATCH', `/questions/${id}`, { as: 'comms', body })).status).toBe(400)
    await call('PATCH', `/questions/${id}`, body)
    await publishNow()
    // Loaded when the settings stand.
    const { contentSnapshot } = await import('../../programme/site/content-snapshot.ts')
    const { snapshot } = await contentSnapshot(await app.reqAs('comms'))
    expect(snapshot.counts.answers).toEqual([
      'Own one: it counts in your favour when your answers fit',
    ])
    const own = { answers: { ownone: 'music', owntext: 'Chess' } }
    const pair = await app.introduce(own, own)
    expect((await app.match(pair)).reasons).toContain('Own one: Music')
    await app.tick()
    const mail = app.postbox.messages.findLast(({ to }) => to === pair.mentor.email)!.mail
    expect(mail.text).toContain('Own text: Chess')
    expect(mail.text).toContain('Own one: Music')

    await call('PATCH', `/questions/${id}`, { use: 'must' })
    await publishNow()
    const sport = { ...own, answers: { ownone: 'sport' } }
    await expect(app.introduce(own, sport)).rejects.toThrow('Their answers do not fit: Own one.')
    const { docs } = await call('GET', '/mentees?where[email][equals]=own.mentee@example.org')
    const mentor = await app.introduce({ answers: {} }, sport)
    expect((await app.match(mentor)).reasons).not.toContain('Own one: Music')
    expect(docs).toHaveLength(1)
  })

  it('can’t use a special category, nor what only one form asks', async () => {
    const { id } = await find('questions', 'ownone')
    await call('PATCH', `/questions/${id}`, { isSpecial: true })
    expect((await publish()).json.message).toContain('a special category of data can’t be used')
    await call('PATCH', `/questions/${id}`, { isSpecial: false })
    await takeOff('mentor', 'ownone')
    expect((await publish()).json.message).toContain('both forms must ask it')
    await call('PATCH', `/questions/${id}`, { use: 'none' })
    await publishNow()
  })
})

describe('who sees an answer', () => {
  it('sees more of what is answered from then on, and at once no more than they are to', async () => {
    const { id } = await find('questions', 'owntext')
    await call('PATCH', `/questions/${id}`, { seenBy: 'coordinators' })
    const { number: before } = await publishNow()
    await call('PATCH', `/questions/${id}`, { seenBy: 'other' })
    const { number: after } = await publishNow()
    const told = async (askedIn: number) => {
      const about = { answers: { owntext: 'Chess' }, askedIn: { owntext: askedIn } }
      const pair = await app.introduce(about, {})
      await app.tick()
      const { mail } = app.postbox.messages.findLast(({ to }) => to === pair.mentee.email)!
      return mail.text
    }
    expect(await told(before)).not.toContain('Chess')
    expect(await told(after)).toContain('Chess')

    // Whoever is asked to share more is told so on their page, and agrees by saving it.
    const { docs: known } = await call(
      'GET',
      '/mentees?where[email][equals]=own.mentee@example.org',
    )
    const record = await app.payload.findByID({
      collection: 'mentees',
      id: known[0].id,
      overrideAccess: true,
    })
    const edition = await editionInForce({ payload: app.payload })
    const widened = async (askedIn: number) =>
      (
        await widenedFor(app.payload, edition, 'mentee', {
          ...record,
          askedIn: { ...record.askedIn, owntext: askedIn },
        })
      ).map(({ name }) => name)
    expect(await widened(before)).toContain('owntext')
    expect(await widened(after)).not.toContain('owntext')

    await call('PATCH', `/questions/${id}`, { seenBy: 'nobody' })
    await publishNow()
    expect(await told(after)).not.toContain('Chess')
    const { docs } = await call('GET', '/mentees?where[email][equals]=own.mentee@example.org')
    expect(docs[0].answers).not.toHaveProperty('owntext')
    // What staff do not see stays when they correct something else.
    await call('PATCH', `/mentees/${docs[0].id}`, {
      answers: { ...docs[0].answers, ownone: 'sport' },
    })
    const row = await app.payload.findByID({
      collection: 'mentees',
      id: docs[0].id,
      overrideAccess: true,
    })
    expect(row.answers).toMatchObject({ owntext: 'Go', ownone: 'sport' })
  })

  it('by staff too: an answer that was only to count stays so when they are to see the next ones', async () => {
    const { id } = await find('questions', 'owntext')
    const { number: unseen } = await editionInForce({ payload: app.payload })
    const about = { answers: { owntext: 'Secret' }, askedIn: { owntext: unseen } }
    const { id: person } = await createMentee(app.payload, about)
    await call('PATCH', `/questions/${id}`, { seenBy: 'coordinators' })
    await publishNow()
    const shown = async (query = '') => (await call('GET', `/mentees/${person}${query}`)).answers
    expect(await shown()).toEqual({})
    expect(await shown('?select[answers]=true')).toEqual({})
    const corrected = { answers: { ownone: 'sport' } }
    expect((await call('PATCH', `/mentees/${person}`, corrected)).doc.answers).toEqual({
      ownone: 'sport',
    })
    const kept = await app.payload.findByID({
      collection: 'mentees',
      id: person,
      overrideAccess: true,
    })
    expect(kept.answers).toEqual({ owntext: 'Secret', ownone: 'sport' })
    // What staff type themselves they see.
    await call('PATCH', `/mentees/${person}`, { answers: { owntext: 'Known' } })
    expect(await shown()).toEqual({ owntext: 'Known' })
  })
})

describe('publishing', () => {
  it('is refused where nothing is new, and for whoever may not', async () => {
    const nothing = await publish()
    expect(nothing.status).toBe(409)
    expect(nothing.json.message).toBe('There is nothing new to publish.')
    expect((await app.rest('POST', '/forms/publish', { body: {} })).status).toBe(403)
    expect((await app.rest('GET', '/forms/unpublished')).status).toBe(403)
    expect((await call('GET', '/forms/unpublished', undefined, 'comms')).changes).toEqual([])
    expect((await app.rest('GET', '/sign-up/preview/mentee')).status).toBe(404)
  })

  it('names what would break: a page without questions, a question twice, one the code needs', async () => {
    const { id, pages } = await formOf('mentor')
    const [first, second, ...others] = pages
    const questions = first.questions.filter(
      ({ question }: { question: string }) => question !== 'email',
    )
    const broken = [
      { ...first, questions: [...questions, { question: 'pathway' }, { question: 'nothing' }] },
      { ...second, title: first.title },
      ...others,
    ]
    await call('PATCH', `/sign-up-forms/${id}`, { pages: broken })
    const { message } = (await publish()).json
    for (const part of [
      'there is no question “nothing”',
      'the question “Pathway” is asked twice',
      'two pages have the title “About you”',
      'the question “Email address” is missing',
    ]) {
      expect(message).toContain(part)
    }
    await call('PATCH', `/sign-up-forms/${id}`, { pages })
  })

  it('is refused while a form is gone that was published, until an editor has added it again, once', async () => {
    const { agreement, id, intro, label, pages, title } = await formOf('mentee')
    await app.payload.delete({ collection: 'sign-up-forms', id, overrideAccess: true })
    expect((await publish()).json.message).toContain('“Mentee sign-up form” is missing')
    const add = (kind: string, as: Role = 'comms') =>
      app.rest('POST', '/sign-up-forms', {
        as,
        body: { agreement, intro, kind, label, pages, title },
      })
    expect((await add('visitor')).status).toBe(400)
    expect((await app.rest('POST', '/sign-up-forms', { body: { kind: 'mentee' } })).status).toBe(
      403,
    )
    expect((await add('mentee')).status).toBe(201)
    expect((await add('mentee')).status).toBe(400)
    expect((await publish()).json.message).toBe('There is nothing new to publish.')
  })

  it('of two at one moment gives one edition', async () => {
    await change('questions', 'phone', { mentee: { hint: 'Only if you like' } })
    const answers = await Promise.all([publish(), publish('admin')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { docs } = await call('GET', '/form-editions?limit=1')
    expect(docs[0]).toMatchObject({
      changes: 'Mentee sign-up form: “Phone number”: hint changed.',
    })
    expect(docs[0]).not.toHaveProperty('definition')
  })
})
