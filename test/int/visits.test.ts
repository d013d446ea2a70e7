import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Role } from '../../programme/clock/facts.ts'
import { codeIn, hiddenInputs, pathIn } from '../helpers/links.ts'
import { bootMentoring, type Mentoring, type Pair, START } from '../helpers/mentoring.ts'
import { createMentee } from '../helpers/people.ts'
import { openBrowser, restPath } from '../helpers/visitor.ts'

/** What becomes of a mailed link once it is opened. */

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())

type Browser = Mentoring['rest']
let pair: Pair
let links: Record<Role, string>
let browser: Browser
beforeEach(async () => {
  vi.setSystemTime(START)
  await app.empty()
  app.postbox.messages.length = 0
  pair = await app.introduce({ name: 'Amina Yusuf' }, { name: 'Omar Idris' })
  await app.tick()
  links = { mentor: pathIn(lastMail('mentor')), mentee: pathIn(lastMail('mentee')) }
  browser = openBrowser(app.rest)
})

const lastMail = (role: Role, subject = /./) =>
  app.postbox.messages.findLast(
    ({ mail, to }) => to === pair[role].email && subject.test(mail.subject!),
  )!.mail

const minutesLater = (minutes: number) => vi.setSystemTime(new Date(Date.now() + minutes * 60_000))

/** The address that a link leads to. */
const addressOf = async (link: string) =>
  restPath((await app.rest('GET', link)).headers.get('location')!)

const rows = async () => {
  const all: Record<string, unknown> = {}
  for (const { slug } of app.payload.config.collections) {
    // Jobs come and go by themselves, and links that do not exist are counted.
    if (slug === 'payload-jobs' || slug === 'limits') continue
    const query = { collection: slug, pagination: false, where: {}, sort: 'id' } as const
    all[slug] = (await app.payload.db.find(query)).docs
  }
  return JSON.stringify(all)
}

describe('a link that is opened', () => {
  it('leaves the address at once, for a cookie of which the database has the hash', async () => {
    const { headers, status } = await app.rest('GET', links.mentor)
    expect(status).toBe(303)
    const location = headers.get('location')!
    expect(location).toMatch(/^\/my\/\?visit=[\w-]{12}$/)
    const [cookie, ...others] = headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(
      /^visit-[\w-]{12}=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    )
    const everything = await rows()
    expect(everything).not.toContain(cookie!.split(/[=;]/)[1])
    expect(everything).not.toContain(links.mentor.split('token=')[1])
    const shown = await app.rest('GET', restPath(location), {
      headers: { cookie: cookie!.split(';')[0]! },
    })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Your mentee: Omar Idris')
    expect(shown.text).not.toContain('token=')
  })

  it('keeps what else is in its address', async () => {
    const { headers } = await app.rest(
      'GET',
      `${links.mentor.replace('?', '/leave?')}&match=${pair.id}`,
    )
    expect(headers.get('location')).toMatch(
      new RegExp(`^/my/leave/\\?visit=[\\w-]+&match=${pair.id}$`),
    )
  })

  it('does nothing in a browser that keeps no cookies but say what to do', async () => {
    const { status, text } = await app.rest('GET', await addressOf(links.mentor))
    expect(status).toBe(403)
    expect(text).toContain('We do not recognise this browser')
    expect(text).not.toContain('Omar')
    const form = hiddenInputs(text)
    expect((await app.rest('POST', '/my/renew', { form })).status).toBe(303)
    await app.tick()
    expect((await browser('GET', pathIn(lastMail('mentor', /Your link/)))).status).toBe(200)
  })

  it('is worth nothing to whoever has its new address and another cookie', async () => {
    await browser('GET', links.mentee)
    const address = await addressOf(links.mentor)
    expect((await browser('GET', address)).status).toBe(403)
    const name = new URLSearchParams(address.split('?')[1]).get('visit')
    const headers = { cookie: `visit-${name}=${'a'.repeat(43)}` }
    expect((await app.rest('GET', address, { headers })).status).toBe(403)
  })

  it('by scanners, however often, leaves a few visits that end, and the owner’s own goes on', async () => {
    await browser('GET', links.mentor)
    for (let times = 0; times < 30; times += 1) await app.rest('GET', links.mentor)
    const { totalDocs } = await app.payload.count({ collection: 'visits', overrideAccess: true })
    expect(totalDocs).toBeLessThanOrEqual(20)
    expect((await browser('GET', '/my')).text).toContain('Your mentee')
  })

  it('answers HEAD as GET on every mailed address, and keeps nothing', async () => {
    app.travel(3)
    await app.tick()
    const reminder = lastMail('mentor', /Have you written/)
    const before = await rows()
    const addresses = [
      links.mentor,
      pathIn(reminder, 'contact'),
      pathIn(reminder, 'stop-reminders'),
      `/my?token=${'a'.repeat(43)}`,
      `/sign-up/confirm?token=${'a'.repeat(43)}`,
      '/my/link',
    ]
    const heads = []
    for (const address of addresses) heads.push(await app.rest('HEAD', address))
    expect(await rows()).toBe(before)
    expect(heads.map(({ status }) => status)).toEqual([303, 303, 303, 404, 404, 200])
    for (const [index, { status, text }] of heads.entries()) {
      expect(text).toBe('')
      expect((await app.rest('GET', addresses[index]!)).status).toBe(status)
    }
  })
})

describe('a visit', () => {
  it('ends after 30 minutes without use, and goes on with use for 12 hours', async () => {
    await browser('GET', links.mentor)
    minutesLater(29)
    expect((await browser('GET', '/my')).status).toBe(200)
    const address = await addressOf(links.mentor)
    for (let half = 1; half < 24; half += 1) {
      minutesLater(29)
      expect((await browser('GET', '/my')).status, `${half}`).toBe(200)
    }
    minutesLater(29)
    expect((await browser('GET', '/my')).status).toBe(404)
    expect((await app.rest('GET', address)).status).toBe(410)
    await browser('GET', links.mentor)
    minutesLater(31)
    const over = await browser('GET', '/my')
    expect(over.status).toBe(404)
  })

  it('that is over says so and sends a new link to its owner', async () => {
    const shown = await browser('GET', links.mentor)
    const visit = /visit=([\w-]+)/.exec(shown.text)![1]!
    minutesLater(31)
    const over = await browser('GET', `/my?visit=${visit}`)
    expect(over.status).toBe(410)
    expect(over.text).toContain('You have been signed out')
    expect((await app.rest('POST', '/my/renew', { form: hiddenInputs(over.text) })).status).toBe(
      303,
    )
    await app.tick()
    expect(app.inbox(pair.mentor)).toContain('Your link to your page in the peer mentor programme')
  })

  it('of a mentor and of a mentee go on side by side in one browser', async () => {
    const [mentor, mentee] = [
      await browser('GET', links.mentor),
      await browser('GET', links.mentee),
    ]
    const open = (text: string) => /href="(\/my\/data\/[^"]+)"/.exec(text)![1]!
    expect((await browser('GET', restPath(open(mentor.text)))).text).toContain('Amina Yusuf')
    expect((await browser('GET', restPath(open(mentee.text)))).text).toContain('Waiting since')
    const leave = await browser('GET', restPath(open(mentor.text)).replace('/data', '/details'))
    expect(leave.text).toContain('value="Amina Yusuf"')
  })

  it('by a link for one question answers this question and opens nothing else', async () => {
    app.travel(3)
    await app.tick()
    const asked = await browser('GET', pathIn(lastMail('mentor', /Have you written/), 'contact'))
    const { visit } = hiddenInputs(asked.text)
    for (const page of ['', '/details', '/data', '/data.json', '/erase', '/contact-details']) {
      expect((await browser('GET', `/my${page}?visit=${visit}`)).status, page).toBe(404)
      expect((await browser('GET', `/my${page}`)).status, page).toBe(404)
    }
    expect((await browser('GET', `/my/leave?visit=${visit}&match=${pair.id}`)).status).toBe(404)
    const form = hiddenInputs(asked.text)
    expect((await browser('POST', '/my/leave', { form: { ...form, goesOn: 'no' } })).status).toBe(
      404,
    )
    expect((await browser('POST', '/my/contact', { form })).status).toBe(303)
  })

  it('ends when its owner signs out, here or everywhere', async () => {
    const other = openBrowser(app.rest)
    const third = openBrowser(app.rest)
    const shown = await browser('GET', links.mentor)
    for (const one of [other, third]) await one('GET', links.mentor)
    const mentee = openBrowser(app.rest)
    await mentee('GET', links.mentee)
    const out = await browser('POST', '/my/sign-out', { form: hiddenInputs(shown.text) })
    expect(out.headers.get('location')).toBe('/my/signed-out/')
    expect((await browser('GET', '/my/signed-out')).text).toContain('You have signed out')
    expect((await browser('GET', '/my')).status).toBe(404)
    const still = await other('GET', '/my')
    expect(still.status).toBe(200)
    const everywhere = { ...hiddenInputs(still.text), where: 'everywhere' }
    expect((await other('POST', '/my/sign-out', { form: everywhere })).status).toBe(303)
    for (const one of [browser, other, third]) expect((await one('GET', '/my')).status).toBe(404)
    const ended = await third('GET', `/my?${new URLSearchParams(hiddenInputs(still.text))}`)
    expect(ended.text).toContain('You have been signed out')
    expect((await mentee('GET', '/my')).status).toBe(200)
    expect((await browser('GET', links.mentor)).status).toBe(200)
  })

  it('ends when the address of its owner is corrected', async () => {
    const address = /visit=[\w-]+/.exec((await browser('GET', links.mentor)).text)![0]
    const body = { email: 'amina.new@example.org' }
    await app.rest('PATCH', `/mentors/${pair.mentor.id}`, { as: 'coordinator', body })
    const closed = await browser('GET', `/my?${address}`)
    expect(closed.status).toBe(410)
    expect(closed.text).not.toContain('Omar')
  })
})

/** Asks for a code on a page that needs one. */
const askForCode = async (name: string, answers: Record<string, string> = {}, one = browser) => {
  const shown = await one('GET', links.mentor.replace('?', `/${name}?`))
  const form = { ...hiddenInputs(shown.text), ...answers }
  const asked = await one('POST', `/my/${name}`, { form })
  expect(asked.text).toContain('Check your email for a code')
  await app.tick()
  const code = codeIn(lastMail('mentor', /^Your code/))
  const enter = (typed: string) =>
    one('POST', `/my/${name}`, { form: { ...hiddenInputs(asked.text), code: typed } })
  return { code, enter }
}
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const isErased = async () =>
  (await app.payload.count({ collection: 'mentors', overrideAccess: true })).totalDocs === 0

describe('a code', () => {
  it('comes by email and stands nowhere in the database; erasing needs it', async () => {
    const { code, enter } = await askForCode('erase', { sure: 'yes' })
    expect(await rows()).not.toContain(code)
    expect((await enter('')).text).toContain('Enter the code from the email')
    expect(await isErased()).toBe(false)
    expect((await enter(code)).text).toContain('Your data is erased')
    expect(await isErased()).toBe(true)
  })

  it('is tried five times', async () => {
    const { code, enter } = await askForCode('erase', { sure: 'yes' })
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await enter(another(code))).text).toContain('This is not the code')
    }
    const sixth = await enter(code)
    expect(sixth.status).toBe(409)
    expect(sixth.text).toContain('This code no longer works')
    expect(await isErased()).toBe(false)
  })

  it('is tried five times, however many come at once', async () => {
    const { code, enter } = await askForCode('erase', { sure: 'yes' })
    const answers = await Promise.all(Array.from({ length: 12 }, () => enter(another(code))))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  })

  it('works for 10 minutes, once, for what it was asked for and in that visit', async () => {
    const erase = await askForCode('erase', { sure: 'yes' })
    const details = await askForCode('contact-details')
    expect((await erase.enter(details.code)).text).toContain('This is not the code')
    const elsewhere = await askForCode('erase', { sure: 'yes' }, openBrowser(app.rest))
    expect((await erase.enter(elsewhere.code)).text).toContain('This is not the code')
    expect((await details.enter(details.code)).status).toBe(303)
    expect((await details.enter(details.code)).status).toBe(409)
    minutesLater(11)
    expect((await erase.enter(erase.code)).status).toBe(409)
    expect(await isErased()).toBe(false)
  })

  it('is sent three times an hour', async () => {
    for (let times = 0; times < 3; times += 1) await askForCode('contact-details')
    const shown = await browser('GET', links.mentor.replace('?', '/contact-details?'))
    const fourth = await browser('POST', '/my/contact-details', { form: hiddenInputs(shown.text) })
    expect(fourth.status).toBe(409)
    expect(fourth.text).toContain('several codes already')
  })

  it('opens the other person’s details in this browser, and in no other', async () => {
    expect((await browser('GET', links.mentor)).text).not.toContain(pair.mentee.email)
    const { code, enter } = await askForCode('contact-details')
    expect((await enter(code)).status).toBe(303)
    expect((await browser('GET', links.mentor)).text).toContain(pair.mentee.email)
    expect((await openBrowser(app.rest)('GET', links.mentor)).text).not.toContain(pair.mentee.email)
    // The browser is known to one person, not to whoever else opens a link in it.
    expect((await browser('GET', links.mentee)).text).not.toContain(pair.mentor.email)
  })

  it('is asked for again after its owner has signed out', async () => {
    const { code, enter } = await askForCode('contact-details')
    await enter(code)
    const form = hiddenInputs((await browser('GET', links.mentor)).text)
    await browser('POST', '/my/sign-out', { form })
    expect((await browser('GET', links.mentor)).text).not.toContain(pair.mentee.email)
  })
})

it('erasing somebody leaves no visit, browser or code of theirs', async () => {
  const details = await askForCode('contact-details')
  await details.enter(details.code)
  const erase = await askForCode('erase', { sure: 'yes' })
  await erase.enter(erase.code)
  expect(await isErased()).toBe(true)
  for (const collection of ['visits', 'known-devices', 'mailed-codes', 'personal-links'] as const) {
    const { docs } = await app.payload.db.find({ collection, where: {}, pagination: false })
    expect(JSON.stringify(docs), collection).not.toContain(pair.mentor.id)
  }
})

it('somebody who is unconfirmed has no page of their own yet', async () => {
  const { email } = await createMentee(app.payload, { status: 'unconfirmed', confirmedAt: null })
  await app.rest('POST', '/my/link', { form: { email } })
  await app.tick()
  const { mail } = app.postbox.messages.findLast(({ to }) => to === email)!
  expect(mail.text).not.toContain('/my/')
  expect(mail.text).toContain('/sign-up/confirm/')
})
