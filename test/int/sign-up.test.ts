import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { menteeForm, mentorForm } from '../helpers/people.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const collection of ['mails', 'mentees', 'mentors', 'payload-jobs'] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})

const people = async (collection: 'mentees' | 'mentors') =>
  (await app.payload.find({ collection, depth: 0, overrideAccess: true, pagination: false })).docs

const post = (kind: string, form: Record<string, string | string[]>, headers = {}) =>
  app.rest('POST', `/sign-up/${kind}`, { form, headers: { accept: 'text/html', ...headers } })

/** Sends what is in the outbox and returns the messages that were delivered, as a person gets them. */
const deliver = async () => {
  await app.payload.jobs.run({ queue: 'mail', limit: 50, silent: true, overrideAccess: true })
  const folder = path.join(app.dataDir, 'mail')
  const files = (await readdir(folder).catch(() => [])).sort()
  return Promise.all(
    files.map(async (file) => simpleParser(await readFile(path.join(folder, file)))),
  )
}

const tokenFor = async (email: string): Promise<string> => {
  const messages = (await deliver()).filter(({ to }) => [to].flat()[0]?.text === email)
  const link = /\/sign-up\/confirm\/\?token=([\w-]+)/.exec(messages.at(-1)?.text ?? '')
  return link?.[1] ?? ''
}

const confirm = (token: string) =>
  app.rest('POST', '/sign-up/confirm', { form: { token }, headers: { accept: 'text/html' } })

const standing = (token: string) => app.rest('GET', `/sign-up/confirm?token=${token}`)

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
    const [mentee] = await people('mentees')
    expect(mentee).toMatchObject({ originChoice: 'preferNotToSay' })
    expect(mentee!.country ?? null).toBeNull()
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
    ['an unknown step', { step: 'approve' }, /no such step/],
  ])('%s is refused with 400', async (_what, extra, says) => {
    const answer = await post('mentor', { ...mentorForm(), ...(extra as Record<string, string>) })
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(says)
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

  it('makes a mentor active', async () => {
    const form = mentorForm()
    await post('mentor', form)
    await confirm(await tokenFor(form.email))
    expect((await people('mentors'))[0]).toMatchObject({ status: 'active' })
  })

  it('refuses a forged, an old and a replaced link', async () => {
    const form = menteeForm()
    await post('mentee', form)
    const replaced = await tokenFor(form.email)
    await post('mentee', form)
    const token = await tokenFor(form.email)
    expect(replaced).not.toBe(token)

    for (const forged of ['', 'x', 'a'.repeat(43), replaced]) {
      expect((await confirm(forged)).status, forged).toBe(404)
      expect((await standing(forged)).status, forged).toBe(404)
    }
    const [mentee] = await people('mentees')
    await app.payload.update({
      collection: 'mentees',
      id: mentee!.id,
      data: { confirmationExpiresAt: '2026-01-01T00:00:00.000Z' },
      overrideAccess: true,
    })
    expect((await confirm(token)).status).toBe(404)
    expect((await people('mentees'))[0]!.status).toBe('unconfirmed')
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
    const last = (await deliver()).at(-1)
    expect(last?.subject).toMatch(/already/)
    expect(last?.text).not.toContain('Somebody Else')
    const link = /\/my\/\?token=[\w-]+/.exec(last?.text ?? '')?.[0] ?? ''
    const ownPage = await app.rest('GET', link.replace('/my/?', '/my?'))
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
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404])
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
    const wording = await app.payload.findGlobal({ slug: 'mail-wording', overrideAccess: true })
    await app.payload.db.updateGlobal({
      slug: 'mail-wording',
      data: { confirmSignUp: { subject: '', body: '' } },
    })
    const answer = await post('mentee', menteeForm())
    await app.payload.updateGlobal({ slug: 'mail-wording', data: wording, overrideAccess: true })

    expect(answer.status).toBe(500)
    expect(answer.text).toContain('value="Omar Idris"')
    expect(answer.text).toMatch(/could not save your answers/)
    expect(await people('mentees')).toHaveLength(0)
  })
})

describe('the public door', () => {
  it('asks a client that knocks too often to wait', async () => {
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
