import { afterAll, beforeAll, expect, it } from 'vitest'

import { noteContact } from '../../programme/matches/contact.ts'
import { writeAgreement } from '../../programme/matches/agreement.ts'
import { loadMatch } from '../../programme/coordinators/load-match.ts'
import { bootMentoring, type Mentoring } from '../helpers/mentoring.ts'
import { mentorForm } from '../helpers/people.ts'
import { pathIn } from '../helpers/links.ts'

/** Messages made by the product itself, not by the test: whom each is for is known to its row. */

const OLD = 'old.address@example.org'
const NEW = 'new.address@example.org'

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())

const TERMS = {
  howOften: 'Once a fortnight',
  howLong: 'An hour',
  howToMeet: 'In person',
  topics: 'Exams',
  confidentiality: 'Between us',
}

it('every kind of message that was refused goes to the corrected address, with a link that works', async () => {
  const pair = await app.introduce({ email: OLD })
  const day = await app.payload.create({
    collection: 'training-days',
    data: { title: 'Day', startsAt: '2026-12-20T09:30:00.000Z', place: 'Leeds', places: 5 },
    overrideAccess: true,
  })
  await app.tick()
  const mine = async () => {
    const { docs } = await app.payload.find({
      collection: 'mails',
      where: { mentor: { equals: pair.mentor.id } },
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    return docs
  }
  const page = pathIn(app.postbox.messages.find(({ to }) => to === OLD)!.mail)
  expect((await app.rest('GET', page)).status).toBeLessThan(400)
  const { takePlace } = await import('../../programme/training/training.ts')
  await takePlace(await app.reqAs('admin'), pair.mentor, day.id)
  await app.rest('POST', '/my/link', { form: { email: OLD } })
  await app.rest('POST', '/sign-up/mentor', {
    form: { ...mentorForm({ email: OLD }), step: 'send' },
  })
  app.travel(3)
  await app.tick()
  await app.with(pair, (context) => noteContact(context, { by: 'mentee' }))
  await app.with(pair, (context) => writeAgreement(context, 'mentee', TERMS))
  await app.payload.update({
    collection: 'training-days',
    id: day.id,
    data: { place: 'York' },
    overrideAccess: true,
  })
  await app.tick()

  const names = (await mine()).map(({ template }) => template).sort()
  expect(names).toEqual([
    'agreementToSign',
    'alreadySignedUp',
    'contactGentle',
    'introductionToMentor',
    'personalLink',
    'trainingChanged',
    'trainingPlace',
  ])
  await app.payload.db.updateMany({
    collection: 'mails',
    where: { mentor: { equals: pair.mentor.id } },
    data: { status: 'bounced' },
  })
  await app.rest('PATCH', `/mentors/${pair.mentor.id}`, { as: 'coordinator', body: { email: NEW } })
  app.postbox.messages.length = 0
  app.travel(4)
  for (const { id } of await mine()) {
    expect((await app.rest('POST', `/mails/${id}/send-again`, { as: 'coordinator' })).status).toBe(
      202,
    )
  }
  await app.tick()
  // The reminder is no longer true; all the others go, and none to the old address.
  expect(app.postbox.messages.map(({ to }) => to)).toEqual(Array(6).fill(NEW))
  for (const { mail } of app.postbox.messages) {
    expect([mail.subject, (await app.rest('GET', pathIn(mail))).status < 400]).toEqual([
      mail.subject,
      true,
    ])
  }
})

it('the page of a match lists the emails about it, to both', async () => {
  const pair = await app.introduce()
  await app.tick()
  const { mails } = (await loadMatch(await app.reqAs('coordinator'), pair.id))!
  expect(mails.map(({ subject, to }) => `${to}: ${subject}`).sort()).toEqual(
    [
      `${pair.mentee.email}: Meet your mentor: ${pair.mentor.name}`,
      `${pair.mentor.email}: Meet your mentee: ${pair.mentee.name}`,
    ].sort(),
  )
})

it('an answer to an introduction goes to the other person, else to the central team', async () => {
  const pair = await app.introduce()
  await app.tick()
  const mailTo = (email: string) => app.postbox.messages.findLast(({ to }) => to === email)!.mail
  const introduction = mailTo(pair.mentor.email)
  expect(introduction.replyTo!.value).toMatchObject([{ address: pair.mentee.email }])
  expect(introduction.html).toContain(`<a href="mailto:${pair.mentee.email}"`)
  expect(introduction.headers.get('auto-submitted')).toBe('auto-generated')
  expect(introduction.messageId).toMatch(/@example\.org>$/)
  await app.rest('POST', '/my/link', { form: { email: pair.mentor.email } })
  await app.tick()
  expect(mailTo(pair.mentor.email).replyTo!.value).toMatchObject([
    { address: 'img-mentoring@example.org' },
  ])
})

it('an introduction has how to reach the other as a list, why they were matched, and one button', async () => {
  const pair = await app.introduce({}, { phone: '+44 7700 900 982' })
  await app.tick()
  const { mail } = app.postbox.messages.findLast(({ to }) => to === pair.mentor.email)!
  const html = String(mail.html)
  expect(html).toContain('<html lang="en-GB">')
  expect(html).toMatch(
    /<ul class="details"[^>]*>\n<li[^>]*><strong>Email:<\/strong> <a href="mailto:/,
  )
  expect(html).toMatch(/<strong>Phone:<\/strong> <a href="tel:\+447700900982"/)
  expect(html).toMatch(/Why we matched you<\/strong><\/p>\n<ul [^>]*>\n<li/)
  const link = /^http:\S+token=[\w-]{43}$/m.exec(mail.text!)![0]
  expect([...html.matchAll(/class="button".*?href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    link,
  ])
  // The names come from the site, and both parts say why one gets it.
  expect(html).toContain('>IMG Peer Mentor Programme</div>')
  expect(html).toContain('because you have signed up')
  expect(mail.text).toContain('because you have signed up')
  expect(mail.text).toContain(`Email: ${pair.mentee.email}\nPhone: +44 7700 900 982`)
})

it('what somebody typed carries off nobody’s link', async () => {
  const about = 'https://evil.example/?t={{page}} {{page}}\n{{page}}\n[x]({{page}})'
  const pair = await app.introduce({}, { about })
  await app.tick()
  const { mail } = app.postbox.messages.findLast(({ to }) => to === pair.mentor.email)!
  expect(mail.text).toContain('https://evil.example/?t={{page}} {{page}}')
  const lines = mail.text!.split('\n').filter((line) => line.includes('token='))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^http:\/\/localhost:3000\/my\/\?token=[\w-]{43}$/)
  const hrefs = [...String(mail.html).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs).toEqual([
    `mailto:${pair.mentee.email}`,
    lines[0],
    'mailto:img-mentoring@example.org',
  ])
})
