import { readFile } from 'node:fs/promises'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { signUp } from '../helpers/sign-up.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * Both persons of a match by the links in their mail, from the introduction to an extension, then
 * an exit and another match. Each step needs the one before it. Nothing stops the clock here: a
 * coordinator moves the end of the match so that its day comes.
 */

let browser: Browser
let postbox: Postbox
let server: RunningServer
let coordinator: Page
let match: string

const MENTOR = 'amina.yusuf@example.org'
const OTHER_MENTOR = 'sara.hassan@example.org'
const MENTEE = 'omar.idris@example.org'

beforeAll(async () => {
  postbox = await openPostbox()
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ SMTP_URL: postbox.url })])
  // Reminders go out at any hour, whenever this test runs.
  await server.api('coordinator', 'POST', '/globals/mentoring-settings', {
    earliestHour: 0,
    latestHour: 24,
  })
  await signUp(server, postbox, 'mentor', { email: MENTOR, name: 'Amina Yusuf' })
  await signUp(server, postbox, 'mentee', { email: MENTEE, name: 'Omar Idris' })
  coordinator = await logIn('coordinator')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await postbox?.close()
})

const visit = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(address.startsWith('http') ? address : `${server.url}${address}`)
  return page
}

const logIn = (role: 'comms' | 'coordinator'): Promise<Page> => logInBy(browser, server, role)

/** Opens the link that a mail has: to the personal page, or to the page that does one thing. */
const openLink = async (to: string, subject: RegExp, page = '', wait = 20_000): Promise<Page> => {
  const { text } = await postbox.wait(to, subject, wait)
  const address = new RegExp(`http\\S+/my/${page && `${page}/`}\\?token=\\S+`).exec(text ?? '')![0]
  return visit(await browser.newContext(), address)
}

/** Waits for what a page says when something is done, and that nothing on it shuts somebody out. */
const isDone = async (page: Page, words: string | RegExp) => {
  await page.getByRole('heading', { name: words }).waitFor()
  expect(await violations(page, 'body')).toEqual([])
}

const introduce = async (mentor: string) => {
  await openAdmin(coordinator, `${server.url}/admin/matching`)
  await coordinator.getByRole('tab', { name: /^Waiting list/ }).click()
  await coordinator.getByRole('button', { name: 'Suggest mentors for Omar Idris' }).click()
  const candidates = coordinator.getByRole('list', { name: 'Mentors for Omar Idris, best first' })
  await candidates.getByText(mentor).waitFor()
  const words = await candidates.textContent()
  await coordinator.getByRole('button', { name: `Introduce Omar Idris and ${mentor}` }).click()
  await coordinator.getByRole('button', { exact: true, name: 'Introduce' }).last().click()
  await coordinator.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
  return words
}

const states = async (): Promise<string[]> => {
  const { docs } = await server.api('coordinator', 'GET', '/matches?sort=createdAt&depth=0')
  return docs.map(({ status }: { status: string }) => status)
}

const openMatch = async (address = 'clock') => {
  await openAdmin(coordinator, `${server.url}/admin/collections/matches/${match}/${address}`)
}

describe('after the match', () => {
  it('opening a link changes nothing; the mentor says with one click that they have written', async () => {
    await introduce('Amina Yusuf')
    const page = await openLink(MENTOR, /Meet your mentee/)
    await page.getByRole('heading', { name: 'Your mentee: Omar Idris' }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain(MENTEE)
    await page.getByRole('button', { name: 'Show how to reach Omar Idris' }).click()
    await page.getByRole('button', { name: 'Email me a code' }).click()
    await page.getByRole('heading', { name: 'Check your email for a code' }).waitFor()
    const { text } = await postbox.wait(MENTOR, /^Your code/)
    await page.getByLabel('Code').fill(/^\d{6}$/m.exec(text ?? '')![0])
    await page.getByRole('button', { name: 'Continue' }).click()
    await isDone(page, 'We know this browser now')
    expect(await page.locator('main').textContent()).toContain(MENTEE)
    await page.getByRole('button', { name: 'I have written' }).click()
    expect(await states()).toEqual(['introduced'])
    await page.getByRole('button', { name: 'I have written' }).click()
    await isDone(page, /we have noted that you are in contact/)
    expect(await states()).toEqual(['inContact'])
  })

  it('the mentee fills in the agreement, the mentor signs it, both get a copy fit for printing', async () => {
    const mentee = await openLink(MENTEE, /Meet your mentor/)
    await mentee.getByRole('button', { name: 'Fill in the agreement' }).click()
    await mentee.getByRole('button', { name: 'Sign and send' }).click()
    await mentee.getByRole('alert').getByRole('link').first().waitFor()
    expect(await violations(mentee, 'body')).toEqual([])
    await mentee.getByLabel('How often will you meet?').fill('Once a fortnight')
    await mentee.getByLabel('How long will each meeting be?').fill('An hour')
    await mentee.getByLabel('How will you meet?').fill('In the café')
    await mentee.getByLabel('What is it about?').fill('Exams\nFinding a flat')
    await mentee.getByRole('button', { name: 'Sign and send' }).click()
    await isDone(mentee, 'You have filled in and signed the agreement')

    const mentor = await openLink(MENTOR, /has filled in your mentoring agreement/)
    await mentor.getByRole('button', { name: 'Read and sign' }).click()
    await mentor.getByText('Finding a flat').waitFor()
    await mentor.getByLabel('Yes, I agree').check()
    await mentor.getByRole('button', { name: 'Sign' }).click()
    await isDone(mentor, 'You have signed the agreement')
    for (const to of [MENTOR, MENTEE]) {
      const copy = await postbox.wait(to, /^Your mentoring agreement with/)
      expect(copy.text).toContain('Once a fortnight')
    }

    await mentor.getByRole('link', { name: /See and print/ }).click()
    await mentor.getByRole('heading', { name: 'Signatures' }).waitFor()
    await mentor.emulateMedia({ media: 'print' })
    expect(await mentor.getByRole('link').filter({ visible: true }).count()).toBe(0)
    expect(await states()).toEqual(['agreed'])
  })

  it('they note that they met, without a word on what was said', async () => {
    const mentor = await openLink(MENTOR, /Meet your mentee/)
    await mentor.getByRole('button', { name: 'Note a meeting' }).click()
    const [year, month, day] = new Date().toISOString().slice(0, 10).split('-')
    await mentor.getByLabel('Day').fill(day!)
    await mentor.getByLabel('Month').fill(month!)
    await mentor.getByLabel('Year').fill(year!)
    await mentor.getByLabel('Face to face').check()
    await mentor.getByRole('button', { name: 'Note the meeting' }).click()
    await isDone(mentor, 'The meeting is noted')
    expect(await mentor.getByRole('textbox').count()).toBe(0)
    await mentor.getByText(/, face to face$/).waitFor()
  })

  it('a coordinator moves the end; the clock asks both, and it is extended when both say yes', async () => {
    const { docs } = await server.api('coordinator', 'GET', '/matches?depth=0')
    match = docs[0].id
    await openMatch()
    await coordinator.getByRole('heading', { name: /agreement signed/i }).waitFor()
    await coordinator.getByRole('button', { name: 'Move a date' }).click()
    const inTenDays = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
    await coordinator.getByLabel('Ends on').fill(inTenDays)
    await coordinator.getByLabel('Note: why, and who told you').fill('They leave in two weeks.')
    await coordinator.getByRole('button', { name: 'Move a date' }).last().click()
    await coordinator
      .getByRole('listitem')
      .filter({ hasText: 'They leave in two weeks.' })
      .waitFor()
    expect(await violations(coordinator, '.desk')).toEqual([])
    for (const to of [MENTOR, MENTEE]) await postbox.wait(to, /mentoring now ends on/)

    // The clock's job runs once a minute.
    const mentee = await openLink(MENTEE, /^Your mentoring ends on/, 'extension', 90_000)
    await mentee.getByRole('button', { name: 'Ask for more time' }).click()
    await isDone(mentee, 'You have asked for more time')
    expect(await states()).toEqual(['agreed'])

    const mentor = await openLink(MENTOR, /would like to go on for longer/, 'extension')
    await mentor.getByLabel('Yes').check()
    await mentor.getByRole('button', { name: 'Send my answer' }).click()
    await isDone(mentor, 'Your match is extended')
    for (const to of [MENTOR, MENTEE]) await postbox.wait(to, /^Your mentoring goes on until/)
    expect(await states()).toEqual(['extended'])
  }, 150_000)

  it('the mentee leaves without a reason; the mentor hears it in neutral words', async () => {
    const mentee = await openLink(MENTEE, /Meet your mentor/)
    await mentee.getByRole('link', { name: 'End your match with Amina Yusuf' }).click()
    await mentee.getByLabel('Yes').check()
    await mentee.getByLabel(/want the central team to know/).fill('I move to another hospital.')
    await mentee.getByRole('button', { name: 'End this match' }).click()
    await isDone(mentee, 'Your match has ended')

    const { text } = await postbox.wait(MENTOR, /Your match with Omar Idris has ended/)
    expect(text).not.toContain('another hospital')
    const mentor = await openLink(MENTOR, /has ended/, 'another-match')
    await mentor.getByLabel('Yes').check()
    await mentor.getByRole('button', { name: 'Send my answer' }).click()
    await isDone(mentor, /we will look for another match/)
  })

  it('coordinators find the exit on their list, with the word left for them, and tick it off', async () => {
    await openAdmin(coordinator, `${server.url}/admin`)
    await coordinator.getByRole('link', { name: 'Left early: 1' }).click()
    await coordinator.getByText('I move to another hospital.').waitFor()
    expect(await violations(coordinator, '.desk')).toEqual([])
    await coordinator.getByRole('button', { name: /^Mark as seen/ }).click()
    await coordinator.getByText('Nothing needs you right now.').waitFor()
  })

  it('the mentee waits with the place they had and meets somebody else, never the same mentor', async () => {
    const before = await server.api('coordinator', 'GET', '/mentees?depth=0')
    expect(before.docs[0].status).toBe('waiting')
    await signUp(server, postbox, 'mentor', { email: OTHER_MENTOR, name: 'Sara Hassan' })
    expect(await introduce('Sara Hassan')).not.toContain('Amina Yusuf')
    const page = await openLink(MENTEE, /Meet your mentor: Sara Hassan/)
    await page.getByRole('heading', { name: 'Your mentor: Sara Hassan' }).waitFor()
    await page.getByRole('heading', { name: 'Your mentor: Amina Yusuf' }).waitFor()
    expect(await states()).toEqual(['endedEarly', 'introduced'])
  })

  it('the figures count it all, on the screen and in the file', async () => {
    await openAdmin(coordinator, `${server.url}/admin/mentoring`)
    await coordinator.getByRole('tab', { name: 'Figures' }).click()
    await coordinator.getByRole('rowheader', { name: 'All' }).waitFor()
    expect(await violations(coordinator, '.desk')).toEqual([])
    const downloading = coordinator.waitForEvent('download')
    await coordinator.getByRole('link', { name: 'Download as CSV' }).click()
    const csv = await readFile(await (await downloading).path(), 'utf8')
    const [head, row] = csv
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
    const count = (name: RegExp) => row![head!.findIndex((title) => name.test(title))]
    expect(count(/introduced/i)).toBe('2')
    expect(count(/extended/i)).toBe('1')
    expect(count(/ended early/i)).toBe('1')
  })

  it('a mentor takes a place on a training day; coordinators see who comes and who came', async () => {
    const day = async (title: string, days: number) => {
      const startsAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()
      const data = { title, startsAt, place: 'Education centre', places: 10 }
      return (await server.api('coordinator', 'POST', '/training-days', data)).doc.id
    }
    const id = await day('Training for mentors', 10)
    const mentor = await openLink(MENTOR, /Meet your mentee/)
    await mentor.getByRole('link', { name: 'Training days for mentors' }).click()
    await mentor.getByLabel(/Training for mentors, /).check()
    await mentor.getByRole('button', { name: 'Continue' }).click()
    await isDone(mentor, 'You have a place')
    await postbox.wait(MENTOR, /^Your place: Training for mentors/)

    const places = `${server.url}/admin/collections/training-days/${id}/places`
    await openAdmin(coordinator, places)
    await coordinator.getByText('1 of 10 places are taken.').waitFor()
    expect(await violations(coordinator, '.desk')).toEqual([])
    await server.api('coordinator', 'PATCH', `/training-days/${id}`, {
      startsAt: new Date(Date.now() - 60_000).toISOString(),
    })
    await openAdmin(coordinator, places)
    await coordinator.getByLabel('Amina Yusuf came').click()
    await coordinator.getByText('1 came.').waitFor()
    expect(await violations(coordinator, '.desk')).toEqual([])
  })

  it('comms reads an email as it will look, and is sent a test of it', async () => {
    const comms = await logIn('comms')
    await openAdmin(comms, `${server.url}/admin/collections/mail-words`)
    const words = comms.getByRole('link', { name: 'Reminder: first contact (gentle)' })
    await openAdmin(comms, `${server.url}${await words.getAttribute('href')}`)
    await comms.getByText('on a line of its own').first().waitFor()
    await comms.locator('#field-subject').fill('Has {{other}} heard from you?')
    await comms.getByRole('button', { exact: true, name: 'Preview' }).click()
    await comms.getByText('Has Omar Example heard from you?').waitFor()
    const frame = comms.frameLocator('iframe[title^="Preview"]')
    await frame.getByText('Hello Amina Example').waitFor()
    expect(await violations(comms, '.mail-preview:has(iframe)')).toEqual([])
    await comms.getByRole('button', { name: 'Send me a test email' }).click()
    const test = await postbox.wait('comms@example.org', /^\[Test\] Has Omar Example heard/)
    expect(test.text).toContain('https://example.org/the-link')
    expect(test.html).toContain('<html lang="en-GB">')

    await comms.setViewportSize({ width: 390, height: 844 })
    await comms.locator('#field-subject').fill('{{othr}}')
    await comms.getByRole('button', { name: 'Publish changes' }).click()
    const wrong = comms.getByText(
      '{{othr}} can’t be used here. The list above says what you can use.',
    )
    // Waits for it, and measures in the same moment: the message may be drawn anew.
    const right = await wrong.evaluate((element) => element.getBoundingClientRect().right)
    expect(right).toBeLessThanOrEqual(390)
  })

  it('comms puts the words of an email back as it came, as a draft that they publish', async () => {
    const comms = await logIn('comms')
    await openAdmin(comms, `${server.url}/admin/collections/mail-words`)
    const words = comms.getByRole('link', { name: 'A code', exact: true })
    await openAdmin(comms, `${server.url}${await words.getAttribute('href')}`)
    const subject = comms.locator('#field-subject')
    const original = await subject.inputValue()
    const putBack = comms.getByRole('button', { name: 'Put back the words it came with' })
    await putBack.click()
    await comms.getByText('These are the words it came with.').waitFor()

    await subject.fill('Our own words')
    expect(await putBack.isDisabled()).toBe(true)
    await comms.getByRole('button', { name: 'Publish changes' }).click()
    await comms.getByText('Updated successfully.').waitFor()
    await putBack.click()
    await comms.getByText('are a draft now. Publish it to use them.').waitFor()
    await vi.waitFor(async () => expect(await subject.inputValue()).toBe(original), 10_000)
    const { docs } = await server.api('comms', 'GET', '/mail-words?where[name][equals]=mailedCode')
    expect(docs[0].subject).toBe('Our own words')
    expect(await violations(comms, '.mail-preview')).toEqual([])
    await comms.getByRole('button', { name: 'Publish changes' }).click()
    await vi.waitFor(async () => {
      const { docs } = await server.api(
        'comms',
        'GET',
        '/mail-words?where[name][equals]=mailedCode',
      )
      expect(docs[0].subject).toBe(original)
    }, 10_000)
  })
})
