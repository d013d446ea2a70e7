import { LEAST_TIME } from '@mentoring/kit/least-time'
import type { Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { hiddenInputs, pathIn } from '../helpers/links.ts'
import { mailsIn } from '../helpers/mails.ts'
import { menteeForm, mentorForm } from '../helpers/people.ts'
import { openBrowser } from '../helpers/visitor.ts'
import { stopTheClock } from '../helpers/stop-the-clock.ts'

let app: Installation
let browser: Installation['rest']
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const collection of [
    'mails',
    'visits',
    'personal-links',
    'mentees',
    'mentors',
    'payload-jobs',
  ] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})

/** Each test comes from a network of its own, so that none meets the limits by the others. */
let network = 0
beforeEach(() => {
  network += 1
  browser = openBrowser(app.rest)
})
const from = () => ({ 'x-client-address': `198.51.100.${network}` })

const people = async (collection: 'mentees' | 'mentors') =>
  (await app.payload.find({ collection, depth: 0, overrideAccess: true, pagination: false })).docs

const post = (kind: string, form: Record<string, string | string[]>, headers = {}) =>
  app.rest('POST', `/sign-up/${kind}`, {
    form,
    headers: { accept: 'text/html', ...from(), ...headers },
  })

const deliver = () => mailsIn(app)

const tokenFor = async (email: string): Promise<string> => {
  const messages = (await deliver()).filter(({ to }) => [to].flat()[0]?.text === email)
  const link = /\/sign-up\/confirm\/\?token=([\w-]+)/.exec(messages.at(-1)?.text ?? '')
  return link?.[1] ?? ''
}

const standing = (token: string) =>
  browser('GET', `/sign-up/confirm?token=${token}`, { headers: from() })

const press = (form: Record<string, string>) =>
  browser('POST', '/sign-up/confirm', { form, headers: { accept: 'text/html', ...from() } })

/** Opens a link and presses the button, as its owner does. */
const confirm = async (token: string) => press(hiddenInputs((await standing(token)).text))

const expire = (where: Where) =>
  app.payload.db.updateMany({
    collection: 'personal-links',
    where,
    data: { expiresAt: '2026-01-01T00:00:00.000Z' },
  })

describe('signing up', () => {
  it('keeps an unconfirmed record with its consent, and writes one mail', async () => {
    const form = mentorForm({ email: ' Amina@Example.org ' })
    const answer = await post('mentor', { ...form, step: 'send' })

    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-up/mentor/check-your-email/')
    const [mentor] = await people('mentors')
    expect(mentor).toMatchObject({
      name: 'Amina Yusuf',
      email: 'amina@example.org',
      status: 'unconfirmed',
      country: 'SD',
      languages: ['ar'],
      arrival: '2019-08-01T00:00:00.000Z',
      topics: ['housing', 'exams'],
      capacity: 2,
      takesMentees: true,
    })
    expect(mentor!.consent?.wording).toMatch(/\w{3}/)
    expect(Date.parse(mentor!.consent!.givenAt!)).toBeGreaterThan(Date.now() - 60_000)
    expect(await deliver()).toHaveLength(1)
  })

  it('accepts the same answers as JSON', async () => {
    const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
    const answer = await app.rest('POST', '/sign-up/mentee', {
      body: { ...form, arrival: '2026-08', consent: true },
    })
    expect(answer.status).toBe(202)
    expect((await people('mentees'))[0]).toMatchObject({ arrival: '2026-08-01T00:00:00.000Z' })
  })

  it('shows the answers before anything is kept', async () => {
    const answer = await post('mentee', { ...menteeForm(), step: 'check' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Omar Idris')
    expect(answer.text).toContain('August 2019')
    expect(await people('mentees')).toHaveLength(0)
  })

  it('shows them again when the consent wording has changed since', async () => {
    const answer = await post('mentee', { ...menteeForm(), step: 'send', consentVersion: 'older' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Check your answers')
    expect(await people('mentees')).toHaveLength(0)
    const current = /name="consentVersion" value="([^"]+)"/.exec(answer.text)![1]!
    await post('mentee', { ...menteeForm(), step: 'send', consentVersion: current })
    expect(await people('mentees')).toHaveLength(1)
  })

  it('goes back to the form with all answers kept', async () => {
    const answer = await post('mentee', { ...menteeForm(), change: 'email' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('value="Omar Idris"')
    expect(answer.text).toContain('name="step"')
  })

  it('drops a country that is not to count', async () => {
    await post('mentee', menteeForm({ originChoice: 'preferNotToSay' }))
    expect((await people('mentees'))[0]!.country ?? null).toBeNull()
  })

  it('forgets a country when its owner signs up again and would rather not say', async () => {
    const form = menteeForm()
    await post('mentee', form)
    await post('mentee', { ...form, originChoice: 'preferNotToSay', country: '' })
    await confirm(await tokenFor(form.email))
    const [mentee] = await people('mentees')
    expect(mentee).toMatchObject({ originChoice: 'preferNotToSay' })
    expect(mentee!.country ?? null).toBeNull()
  })

  it('forgets every answer that its owner leaves out when they sign up again', async () => {
    const { about, phone, teamName, ...form } = menteeForm()
    await post('mentee', { ...form, about, phone, teamName, languages: ['ar', 'fr', ''] })
    await post('mentee', { ...form, languages: ['ar', '', ''] })
    await confirm(await tokenFor(form.email))
    const [mentee] = await people('mentees')
    expect([mentee!.about, mentee!.phone, mentee!.teamName].map((value) => value ?? null)).toEqual([
      null,
      null,
      null,
    ])
    expect(mentee!.languages).toEqual(['ar'])
  })
})

describe('an answer that can’t be used', () => {
  it('is told with all others at once, with the input kept and nothing saved', async () => {
    const answer = await post('mentor', {
      name: '<script>alert(1)</script>',
      email: 'not an address',
      'arrival-month': '13',
      'arrival-year': '2019',
      capacity: '9',
      about: 'x'.repeat(601),
    })
    expect(answer.status).toBe(422)
    for (const message of [
      'Enter an email address in the correct format, like name@example.org',
      'Select if your country should count when we match you',
      'Enter a real month and year',
      'Select your grade',
      'Select at least one topic',
      'Number of mentees must be a whole number from 1 to 5',
      'Use 600 characters or fewer',
      'Tick the box to agree',
    ]) {
      // Once in the summary, once at the field.
      expect(answer.text.split(message).length - 1, message).toBeGreaterThanOrEqual(2)
    }
    expect(answer.text).toContain('value="not an address"')
    expect(answer.text).not.toContain('<script>alert')
    expect(await people('mentors')).toHaveLength(0)
    expect(await deliver()).toHaveLength(await deliver().then((all) => all.length))
  })

  it('is told as JSON to a program', async () => {
    const answer = await app.rest('POST', '/sign-up/mentee', { body: { ...menteeForm(), name: 5 } })
    expect(answer.status).toBe(422)
    expect(answer.json.errors).toContainEqual({
      field: 'name',
      message: 'Enter your full name in 100 characters or fewer',
    })
  })

  it.each([
    ['an unknown field', { status: 'active' }, /no field “status”/],
    ['a field of the record that is no question', { confirmedAt: '2026-01-01' }, /confirmedAt/],
  ])('%s of a program is refused with 400', async (_what, extra, says) => {
    const answer = await app.rest('POST', '/sign-up/mentor', {
      body: { ...mentorForm(), ...extra },
      headers: from(),
    })
    expect(answer.status).toBe(400)
    expect(answer.json.message).toMatch(says)
    expect(await people('mentors')).toHaveLength(0)
  })

  it('that a form of a browser had before is dropped, like a field of the record that is no question', async () => {
    const extra = { oldQuestion: 'walking', status: 'active', confirmedAt: '2026-01-01' }
    const checked = await post('mentor', { ...mentorForm(), ...extra, step: 'check' })
    expect(checked.status).toBe(200)
    expect(checked.text).not.toContain('oldQuestion')
    expect((await post('mentor', { ...mentorForm(), ...extra })).status).toBe(303)
    const [mentor] = await people('mentors')
    expect(mentor).toMatchObject({ status: 'unconfirmed' })
    expect(mentor!.confirmedAt ?? null).toBeNull()
  })

  it('an unknown step is refused with 400', async () => {
    const answer = await post('mentor', { ...mentorForm(), step: 'approve' })
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/no such step/)
    expect(await people('mentors')).toHaveLength(0)
  })

  it.each([
    ['broken JSON', { body: '{"name":' }, 400],
    ['a list', { body: [] }, 400],
    ['another type', { body: 'x', headers: { 'content-type': 'text/plain' } }, 415],
    ['an endless form', { form: { about: 'x'.repeat(70_000) } }, 413],
  ])('%s is refused', async (_what, options, status) => {
    const answer = await app.rest('POST', '/sign-up/mentor', options)
    expect(answer.status).toBe(status)
    expect(await people('mentors')).toHaveLength(0)
  })

  it('missing consent is refused', async () => {
    const { consent: _consent, ...form } = mentorForm()
    expect((await post('mentor', form)).status).toBe(422)
    expect((await post('mentor', { ...form, consent: 'no' })).status).toBe(422)
    expect(await people('mentors')).toHaveLength(0)
  })

  it('there is no third form', async () => {
    expect((await post('admin', mentorForm())).status).toBe(404)
  })
})

describe('confirming', () => {
  it('puts a mentee on the waiting list, once, and shows where they stand', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const token = await tokenFor(form.email)

    const opened = await standing(token)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('referrer-policy')).toBe('same-origin')
    expect((await people('mentees'))[0]!.status).toBe('unconfirmed')

    expect((await confirm(token)).status).toBe(303)
    const [first] = await people('mentees')
    expect(first).toMatchObject({ status: 'waiting' })
    expect((await confirm(token)).status).toBe(303)
    expect((await people('mentees'))[0]).toEqual(first)
    expect((await standing(token)).text).toMatch(/on the waiting list/)
  })

  it('sends the link to their own page at once', async () => {
    const form = mentorForm()
    await post('mentor', form)
    await confirm(await tokenFor(form.email))
    const last = (await deliver()).findLast(({ to }) => [to].flat()[0]?.text === form.email)!
    expect(last.subject).toBe('You have signed up to the peer mentor programme')
    expect((await browser('GET', pathIn(last))).text).toContain('You are on our list of mentors')
  })

  it('makes a mentor active', async () => {
    const form = mentorForm()
    await post('mentor', form)
    await confirm(await tokenFor(form.email))
    expect((await people('mentors'))[0]).toMatchObject({ status: 'active' })
  })

  it('refuses a forged, an old and a replaced link', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const token = await tokenFor(form.email)
    await post('mentee', form)
    const replaced = await tokenFor(form.email)
    expect(replaced).not.toBe(token)

    for (const forged of ['', 'x', 'a'.repeat(43)]) {
      expect((await press({ token: forged })).status, forged).toBe(404)
      expect((await standing(forged)).status, forged).toBe(404)
    }
    await expire({})
    for (const old of [token, replaced]) {
      expect((await press({ token: old })).status).toBe(410)
      expect((await standing(old)).status).toBe(410)
    }
    expect((await people('mentees'))[0]!.status).toBe('unconfirmed')
    await app.payload.db.updateMany({
      collection: 'personal-links',
      where: {},
      data: { expiresAt: new Date(Date.now() + 60_000).toISOString() },
    })
    expect((await confirm(token)).status).toBe(303)
    // One sign-up counts: the other link has ended.
    const dead = await standing(replaced)
    expect(dead.status).toBe(410)
    expect(dead.text).toContain('Send me a new one')
    expect(dead.text).not.toContain(form.name)
  })

  it('shows the answers and the words of the consent, and keeps those words and that time', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const token = await tokenFor(form.email)
    const shown = (await standing(token)).text
    for (const words of [form.name, form.email, 'Ward J16', 'August 2019', 'I like walking.']) {
      expect(shown).toContain(words)
    }
    const [before] = await people('mentees')
    const wording = before!.consent!.wording!
    expect(shown).toContain(wording.slice(0, 40))
    await app.payload.db.updateOne({
      collection: 'mentees',
      id: before!.id,
      data: { consent: { wording: 'Other words', givenAt: '2026-01-01T00:00:00.000Z' } },
    })
    const start = Date.now()
    await confirm(token)
    const { consent, confirmedAt } = (await people('mentees'))[0]!
    expect(consent!.wording).toBe(wording)
    expect(Date.parse(consent!.givenAt!)).toBeGreaterThanOrEqual(start)
    expect(consent!.givenAt).toBe(confirmedAt)
  })

  it('asks again when the words of the consent have changed since the page was opened', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const token = await tokenFor(form.email)
    for (const seen of ['', 'older']) {
      const again = await press({ token, consentVersion: seen })
      expect(again.status).toBe(409)
      expect(again.text).toContain('What you agree to has changed')
      expect((await people('mentees'))[0]!.status).toBe('unconfirmed')
      expect((await press({ token, ...hiddenInputs(again.text) })).status).toBe(303)
      await app.payload.db.updateMany({
        collection: 'mentees',
        where: {},
        data: { status: 'unconfirmed' },
      })
    }
  })

  it('leaves no working link in the database', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const token = await tokenFor(form.email)
    const rows = [
      ...(await people('mentees')),
      ...(
        await app.payload.find({
          collection: 'mails',
          overrideAccess: true,
          showHiddenFields: true,
        })
      ).docs,
    ]
    expect(token).toHaveLength(43)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('a link confirms exactly the answers it was mailed for', () => {
  const stranger = (email: string) =>
    menteeForm({
      email,
      name: 'Somebody Else',
      phone: '07700 900 999',
      about: 'Not mine.',
      originChoice: 'preferNotToSay',
      country: '',
    })

  it.each([1, 2, 5])(
    'whatever a stranger sends from the same address %i times before it is opened',
    async (times) => {
      const form = menteeForm({ teamName: 'Ward of my own' })
      await post('mentee', form)
      const token = await tokenFor(form.email)
      for (let i = 0; i < times; i += 1) await post('mentee', stranger(form.email))
      expect((await standing(token)).text).not.toContain('Somebody Else')
      expect((await confirm(token)).status).toBe(303)
      expect((await people('mentees'))[0]).toMatchObject({
        name: form.name,
        phone: form.phone,
        about: form.about,
        teamName: 'Ward of my own',
        country: 'SD',
        status: 'waiting',
      })
      const rows = await app.payload.db.find({ collection: 'personal-links', where: {} })
      expect(JSON.stringify(rows)).not.toContain('Somebody Else')
    },
  )

  it('also when the page was open already, and when the stranger was first', async () => {
    const { email, ...own } = menteeForm()
    await post('mentee', stranger(email))
    await post('mentee', { ...own, email, phone: '', about: '' })
    const open = (await standing(await tokenFor(email))).text
    await post('mentee', stranger(email))
    await post('mentee', stranger(email))
    expect((await press(hiddenInputs(open))).status).toBe(303)
    const [mentee] = await people('mentees')
    expect(mentee).toMatchObject({ name: own.name, status: 'waiting' })
    // Nothing is left of the answers that were replaced, where these had none.
    expect([mentee!.phone ?? null, mentee!.about ?? null]).toEqual([null, null])
  })

  it('and without a mail no answers are kept', async () => {
    const form = menteeForm()
    for (let i = 0; i < 3; i += 1) await post('mentee', form)
    await post('mentee', stranger(form.email))
    for (const collection of ['mentees', 'personal-links', 'mails'] as const) {
      const { docs } = await app.payload.db.find({ collection, where: {}, pagination: false })
      expect(JSON.stringify(docs), collection).not.toContain('Somebody Else')
    }
  })

  it('of two links opened at one moment one confirms', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const first = await tokenFor(form.email)
    await post('mentee', { ...form, name: 'Omar I' })
    const second = await tokenFor(form.email)
    const pages = await Promise.all([first, second].map(standing))
    await Promise.all(pages.map(({ text }) => press(hiddenInputs(text))))
    const statuses = await Promise.all([first, second].map(async (t) => (await standing(t)).status))
    expect(statuses.sort()).toEqual([200, 410])
  })
})

describe('a correction of the address', () => {
  const correct = (id: string, email: string) =>
    app.rest('PATCH', `/mentees/${id}`, { as: 'coordinator', body: { email } })

  it('ends the links that were mailed to the old one, before and after they confirmed', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const token = await tokenFor(form.email)
    const { id } = (await people('mentees'))[0]!
    await correct(id, 'omar.right@example.org')
    expect((await standing(token)).status).toBe(410)
    expect((await press({ token })).status).toBe(410)
    await correct(id, form.email)
    await app.rest('POST', '/my/renew', { form: { token } })
    const renewed = await tokenFor(form.email)
    expect((await confirm(renewed)).status).toBe(303)
    expect((await standing(renewed)).text).toContain('on the waiting list')
    await correct(id, 'omar.right@example.org')
    const closed = await standing(renewed)
    expect(closed.status).toBe(410)
    expect(closed.text).not.toMatch(/waiting list|Omar/)
  })

  it('takes a message that has not gone to the new one, with a link that works', async () => {
    const form = menteeForm()
    await post('mentee', form)
    await correct((await people('mentees'))[0]!.id, 'omar.moved@example.org')
    expect(await tokenFor(form.email)).toBe('')
    const token = await tokenFor('omar.moved@example.org')
    expect((await standing(token)).text).toContain('omar.moved@example.org')
    expect((await confirm(token)).status).toBe(303)
    expect((await people('mentees'))[0]).toMatchObject({
      name: form.name,
      email: 'omar.moved@example.org',
      status: 'waiting',
    })
  })
})

describe('a new confirmation', () => {
  it('comes by a dead link, for the same answers, and to whoever asks with their address', async () => {
    const form = menteeForm({ teamName: 'Ward of my own' })
    await post('mentee', form)
    const dead = await tokenFor(form.email)
    await expire({})
    const asked = await standing(dead)
    expect(asked.status).toBe(410)
    expect((await app.rest('POST', '/my/renew', { form: hiddenInputs(asked.text) })).status).toBe(
      303,
    )
    const renewed = await tokenFor(form.email)
    expect(renewed).not.toBe(dead)
    await app.rest('POST', '/my/link', { form: { email: form.email } })
    const byAddress = await tokenFor(form.email)
    expect([dead, renewed]).not.toContain(byAddress)
    for (const token of [renewed, byAddress]) {
      expect((await standing(token)).text).toContain('Ward of my own')
    }
    expect((await confirm(byAddress)).status).toBe(303)
    expect((await people('mentees'))[0]).toMatchObject({
      teamName: 'Ward of my own',
      status: 'waiting',
    })
  })

  it('is answered alike for a link that nobody has', async () => {
    const answers = await Promise.all(
      ['a'.repeat(43), ''].map((token) => app.rest('POST', '/my/renew', { form: { token } })),
    )
    for (const { headers, status } of answers) {
      expect([status, headers.get('location')]).toEqual([303, '/my/link/?sent=yes'])
    }
  })
})

describe('time', () => {
  it('does not tell whether an address is known: each answer takes the same least time', async () => {
    const form = menteeForm()
    await post('mentee', form)
    await confirm(await tokenFor(form.email))
    // Longer than any of the ways through takes on a machine that is not busy.
    expect(LEAST_TIME).toBeGreaterThanOrEqual(400)
    for (const email of [form.email, 'unknown@example.org']) {
      const start = performance.now()
      await post('mentee', { ...form, email })
      expect(performance.now() - start, email).toBeGreaterThanOrEqual(LEAST_TIME - 5)
    }
  })
})

describe('signing up twice with one address', () => {
  it('makes no second record, even at the same moment, and answers the same', async () => {
    const form = mentorForm()
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('mentor', form)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await people('mentors')).toHaveLength(1)
  })

  it('changes nothing for a confirmed person, reveals nothing, and tells only the owner', async () => {
    const form = menteeForm()
    const first = await post('mentee', form)
    await confirm(await tokenFor(form.email))
    const before = await people('mentees')

    const second = await post('mentee', {
      ...form,
      name: 'Somebody Else',
      email: form.email.toUpperCase(),
    })

    expect([second.status, second.text, second.headers.get('location')]).toEqual([
      first.status,
      first.text,
      first.headers.get('location'),
    ])
    expect(await people('mentees')).toEqual(before)
    const last = (await deliver()).find(({ subject }) => /already/.test(subject ?? ''))
    expect(last?.text).toBeDefined()
    expect(last?.text).not.toContain('Somebody Else')
    const link = /\/my\/\?token=[\w-]+/.exec(last?.text ?? '')?.[0] ?? ''
    const ownPage = await browser('GET', link.replace('/my/?', '/my?'))
    expect(ownPage.status).toBe(200)
    expect(ownPage.text).toContain(form.name)
  })

  it('lets one person be mentor and mentee', async () => {
    const form = menteeForm()
    await post('mentee', form)
    await post('mentor', mentorForm({ email: form.email }))
    expect(await people('mentees')).toHaveLength(1)
    expect(await people('mentors')).toHaveLength(1)
  })

  it('writes at most 3 mails an hour to one address', async () => {
    const form = menteeForm()
    for (let i = 0; i < 6; i += 1) expect((await post('mentee', form)).status).toBe(303)
    const { totalDocs } = await app.payload.count({
      collection: 'mails',
      where: { to: { equals: form.email } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(3)
    // The last link that was sent goes on working.
    const links = (await deliver()).map(({ text }) => /token=([\w-]+)/.exec(text ?? '')?.[1] ?? '')
    const answers = await Promise.all(links.slice(-3).map(confirm))
    expect(answers.map(({ status }) => status)).toContain(303)
    expect((await people('mentees'))[0]!.status).toBe('waiting')
  })

  it('changes nothing for somebody who has withdrawn', async () => {
    const form = mentorForm()
    await post('mentor', form)
    await confirm(await tokenFor(form.email))
    const { id } = (await people('mentors'))[0]!
    await app.payload.update({
      collection: 'mentors',
      id,
      data: { status: 'withdrawn' },
      overrideAccess: true,
    })
    await post('mentor', { ...form, name: 'Somebody Else' })
    expect((await people('mentors'))[0]).toMatchObject({ name: form.name, status: 'withdrawn' })
  })
})

describe('a fault while signing up', () => {
  it('keeps neither the record nor the mail when one of them can’t be written', async () => {
    const { db } = app.payload
    const create = db.create.bind(db)
    const failing = vi
      .spyOn(db, 'create')
      .mockImplementation(async (args: Parameters<typeof create>[0]) => {
        if (args.collection === 'mails') throw new Error('The outbox can’t be written')
        return create(args)
      })
    const answer = await post('mentee', menteeForm())
    failing.mockRestore()

    expect(answer.status).toBe(500)
    expect(answer.text).toContain('value="Omar Idris"')
    expect(answer.text).toMatch(/could not save your answers/)
    expect(await people('mentees')).toHaveLength(0)
  })
})

describe('whoever types as they do at home', () => {
  const AT_HOME = 'asha@Bücher.example'
  const KEPT = 'asha@xn--bcher-kva.example'
  /** As mail programs show it. */
  const SHOWN = 'asha@bücher.example'
  const typed = (changes = {}) =>
    menteeForm({
      email: AT_HOME,
      phone: '\u202a+٤٤‑٧٧٠٠‑٩٠٠٩٨٢\u202c',
      'arrival-month': 'Aug',
      'arrival-year': '२०२५',
      ...changes,
    })

  it('signs up, sees their answers, gets the link and is found again', async () => {
    const check = await post('mentee', { ...typed(), step: 'check' })
    expect(check.status).toBe(200)
    for (const shown of [SHOWN, '+44-7700-900982', 'August 2025']) {
      expect(check.text).toContain(shown)
    }
    expect((await post('mentee', { ...typed(), step: 'send' })).status).toBe(303)
    expect((await confirm(await tokenFor(SHOWN))).status).toBe(303)
    expect(await people('mentees')).toMatchObject([
      {
        email: KEPT,
        phone: '+44-7700-900982',
        arrival: '2025-08-01T00:00:00.000Z',
        status: 'waiting',
      },
    ])
    const before = (await deliver()).length
    const asked = await app.rest('POST', '/my/link', { form: { email: AT_HOME }, headers: from() })
    expect(asked.status).toBe(303)
    expect((await deliver()).slice(before).map(({ to }) => [to].flat()[0]?.text)).toEqual([SHOWN])
  })

  it('is one person, also where a coordinator types it', async () => {
    await post('mentee', { ...typed(), step: 'send' })
    await post('mentee', { ...typed({ email: KEPT }), step: 'send' })
    const [mentee, ...others] = await people('mentees')
    expect(others).toEqual([])
    const body = { email: 'asha@почта.рф', phone: 'tel:07700/900 983' }
    const changed = await app.rest('PATCH', `/mentees/${mentee!.id}`, { as: 'coordinator', body })
    expect(changed.status).toBe(200)
    expect(await people('mentees')).toMatchObject([
      { email: 'asha@xn--80a1acny.xn--p1ai', phone: '07700/900 983' },
    ])
    const wrong = await app.rest('PATCH', `/mentees/${mentee!.id}`, {
      as: 'coordinator',
      body: { email: 'asha@почта' },
    })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('like name@example.org')
  })
})

describe('the public door', () => {
  it('asks a client that knocks too often to wait', async () => {
    stopTheClock()
    const headers = { 'x-client-address': '203.0.113.9' }
    const answers = []
    for (let i = 0; i < 121; i += 1) answers.push(await post('mentor', { step: 'x' }, headers))
    expect(answers.slice(0, 120).every(({ status }) => status === 400)).toBe(true)
    expect(answers.at(-1)!.status).toBe(429)
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(
      (await post('mentor', { step: 'x' }, { 'x-client-address': '203.0.113.10' })).status,
    ).toBe(400)
  })
})
