import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import type { JSONBody } from '../helpers/boot.ts'
import { launchBrowser, openAdmin } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { signUp } from '../helpers/sign-up.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * The matching beside its workspace, in a browser: settings with their preview, a stored run, the
 * page of each person, and the list of mentees.
 */

const LAPTOP = { width: 1440, height: 900 }
const TABLET = { width: 820, height: 1180 }

let browser: Browser
let postbox: Postbox
let server: RunningServer
let page: Page
beforeAll(async () => {
  postbox = await openPostbox()
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ SMTP_URL: postbox.url })])
  page = await logIn('coordinator')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await postbox?.close()
})
beforeEach(() => page.setViewportSize(LAPTOP))

const logIn = async (role: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: LAPTOP })
  await context.request.post(`${server.url}/api/users/login`, {
    data: { email: `${role}@example.org`, password: server.password },
  })
  const fresh = await context.newPage()
  fresh.setDefaultTimeout(20_000)
  return fresh
}

const open = (address: string) => openAdmin(page, `${server.url}/admin/${address}`)

/** Calls the plugin's or Payload's API as a coordinator. */
const api = (method: string, route: string, body?: object) =>
  server.api('coordinator', method, route, body)

const idOf = async (collection: 'mentees' | 'mentors', name: string): Promise<string> => {
  const { docs } = await api('GET', `/${collection}?where[name][equals]=${name}&depth=0`)
  return docs[0].id
}

/** Who is proposed to whom, by name of the mentee. */
const draft = async (): Promise<Record<string, string>> => {
  const { docs } = await api('GET', '/matches?where[status][equals]=proposed&depth=1')
  return Object.fromEntries(docs.map((row: JSONBody) => [row.mentee.name, row.mentor.name]))
}

/** What axe finds in light and dark, and whether a laptop or a tablet has to scroll sideways. */
const faults = async (within: string): Promise<string[]> => {
  const found: string[] = []
  for (const viewport of [LAPTOP, TABLET]) {
    await page.setViewportSize(viewport)
    for (const theme of ['dark', 'light']) {
      await page.evaluate(async (theme) => {
        document.documentElement.dataset.theme = theme
        // Buttons change their colours bit by bit.
        const changes = document.getAnimations().filter((a) => a instanceof CSSTransition)
        await Promise.allSettled(changes.map(({ finished }) => finished))
      }, theme)
      found.push(...(await violations(page, within)))
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overflow > 0) found.push(`${overflow}px too wide at ${viewport.width}px`)
  }
  return found
}

const preview = () => page.getByRole('button', { name: /^Try/ }).click()
/** Chooses from a list of the admin. */
const choose = async (field: string, option: string) => {
  await page.locator(`${field} .rs__control`).click()
  await page.locator(`${field} .rs__option`).getByText(option, { exact: true }).click()
}
const says = (text: RegExp | string) => page.getByText(text).waitFor()

describe('the settings while nobody waits', () => {
  it('say that there is nothing to compare', async () => {
    await open('globals/matching-settings')
    await says('1. Same country')
    await says(/^They order the pairs of one tier\. 0 leaves a criterion out/)
    await says(/^A pair that breaks a rule is never made\. These always hold: not themselves/)
    await says(/Where a page tells people how they are matched, have it changed too\.$/)
    await preview()
    await says('Nobody is waiting, so there is nothing to compare.')
    expect(await faults('.matching__preview')).toEqual([])
  })
})

describe('the tiers in the settings', () => {
  it('can be chosen, taken off the ladder and put on it', async () => {
    await open('globals/matching-settings')
    await page.getByText(/^Best fit only/).click()
    await choose('#field-leastTier', 'Same region')

    await page.locator('#ladder-row-2 .array-actions__button').click()
    await page.locator('.array-actions__remove').last().click()
    await page.getByText('3. Shared language').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add Tier' }).click()
    await says('3. Choose a tier')
    await choose('#field-ladder__2__rung', 'Shared language')
    await says('3. Shared language')
    await page.getByRole('button', { name: 'Save' }).click()
    await says('Updated successfully.')
    const rungs = ['sameCountry', 'sameRegion', 'sharedLanguage']
    expect(await api('GET', '/globals/matching-settings')).toMatchObject({
      goal: 'bestFit',
      leastTier: 'sameRegion',
      ladder: rungs.map((rung) => ({ rung })),
    })
    await api('POST', '/globals/matching-settings', {
      goal: 'mostMatched',
      leastTier: 'sharedLanguage',
    })
  })
})

describe('the workspace while nobody waits', () => {
  it('says so on every tab, and what is to come', async () => {
    await open('matching')
    await says('Nobody is waiting. No mentor has a free place.')
    expect(await page.getByRole('button', { name: 'Match all who wait' }).isDisabled()).toBe(true)
    const tabs: [RegExp, string][] = [
      [/^Draft/, 'New mentees can be matched as soon as they are on the waiting list.'],
      [/^Waiting list/, 'New mentees appear here as soon as they can be matched.'],
      [/^Supply and demand/, 'Nowhere: nobody is waiting.'],
      [/^Introduced/, 'No introductions yet. They appear here, each with the way back.'],
    ]
    for (const [tab, text] of tabs) {
      await page.getByRole('tab', { name: tab }).click()
      await says(text)
      expect(await faults('.desk')).toEqual([])
    }
  })
})

describe('with people who wait', () => {
  beforeAll(async () => {
    const add = (kind: 'mentee' | 'mentor', changes: Parameters<typeof signUp>[3]) =>
      signUp(server, postbox, kind, { country: 'SD', ...changes })
    await add('mentor', {
      name: 'Amina Yusuf',
      email: 'amina@example.org',
      specialty: 'cardiology',
      topics: ['exams'],
      capacity: '2',
    })
    await add('mentor', {
      name: 'Sara Khan',
      email: 'sara@example.org',
      specialty: 'psychiatry',
      topics: ['housing'],
      capacity: '1',
    })
    await add('mentee', {
      name: 'Omar Idris',
      email: 'omar@example.org',
      specialty: 'cardiology',
      topics: ['housing'],
    })
    const others = { country: 'EG', specialty: 'psychiatry', topics: ['exams'] }
    await add('mentee', { ...others, name: 'Hala Osman', email: 'hala@example.org' })
    await add('mentee', { ...others, name: 'Noor Saleh', email: 'noor@example.org' })
  })

  it('shows what a weight would change, and the next run uses what was saved', async () => {
    await api('POST', '/matching/run', {})
    expect((await draft())['Omar Idris']).toBe('Sara Khan')

    await open('globals/matching-settings')
    await preview()
    await says('Nothing would change.')

    const topics = page.getByLabel('Topics')
    await topics.fill('')
    await preview()
    await says('Enter a whole number from 0 to 100 for “Topics”.')

    await topics.fill('0')
    await preview()
    await says('Omar Idris: Amina Yusuf instead of Sara Khan')
    await page.getByRole('table', { name: /^Pairs by tier, with 3 waiting/ }).waitFor()
    expect(await faults('.matching__preview')).toEqual([])
    expect((await draft())['Omar Idris']).toBe('Sara Khan')

    await topics.fill('1')
    await says('The settings have changed since this preview. Try them again.')
    await topics.fill('0')
    await page.getByRole('button', { name: 'Save' }).click()
    await says('These settings are saved. The next matching run uses them.')
    await api('POST', '/matching/run', {})
    expect((await draft())['Omar Idris']).toBe('Amina Yusuf')
  })

  it('says why a preview failed', async () => {
    await open('globals/matching-settings')
    await page.route('**/api/matching/preview', (route) =>
      route.fulfill({ status: 500, json: { message: 'The server had a problem. Try again.' } }),
    )
    await preview()
    await page.getByRole('alert').getByText('The server had a problem. Try again.').waitFor()
    await page.unroute('**/api/matching/preview')
  })

  it('repeats a stored run and shows what it stored', async () => {
    const { docs } = await api('GET', '/matching-runs?limit=1&depth=0')
    await open(`collections/matching-runs/${docs[0].id}`)
    await page.getByRole('button', { name: 'Repeat this run' }).click()
    await says('The same result: all 3 proposals come out again.')
    await page.getByText('Settings', { exact: true }).last().click()
    await says(/"goal": "mostMatched"/)
    expect(await faults('.matching__preview')).toEqual([])
  })

  it('tells when a repeated run comes out otherwise than it was stored', async () => {
    const { docs } = await api('GET', '/matching-runs?limit=1&depth=0')
    await open(`collections/matching-runs/${docs[0].id}`)
    await page.route('**/api/matching/repeat', (route) =>
      route.fulfill({ json: { isSame: false, pairs: 3 } }),
    )
    await page.getByRole('button', { name: 'Repeat this run' }).click()
    await page
      .getByRole('alert')
      .getByText(/^Another result came out than was stored\./)
      .waitFor()
    expect(await page.getByText(/^The same result/).count()).toBe(0)
    expect(await faults('.matching__preview')).toEqual([])
    await page.unroute('**/api/matching/repeat')
  })

  it('shows a mentee’s place, suggestions and history, and allows a pair again', async () => {
    const { docs } = await api('GET', '/matches?where[status][equals]=proposed&depth=1')
    const { id } = docs.find((row: JSONBody) => row.mentee.name === 'Omar Idris')
    await api('POST', '/matching/reject', { match: id })

    await open(`collections/mentees/${await idOf('mentees', 'Omar Idris')}`)
    await page.getByRole('link', { name: 'Matching', exact: true }).click()
    await says('1st of 3 in the queue · waiting since today')
    await says('Not in the draft.')
    const suggestions = page.getByRole('list', { name: 'mentors for Omar Idris, best first' })
    await suggestions.getByText('Sara Khan').waitFor()
    expect(await suggestions.getByText('Amina Yusuf').count()).toBe(0)
    const row = page.getByRole('row', { name: /Amina Yusuf.*Rejected.*Not proposed again/ })
    await row.waitFor()
    expect(await faults('.desk')).toEqual([])

    await page.setViewportSize(LAPTOP)
    await row.getByRole('button', { name: 'Allow again: Omar Idris and Amina Yusuf' }).click()
    await page.locator('.confirmation-modal').getByRole('button').last().click()
    await says('Omar Idris and Amina Yusuf can be proposed again.')
    await suggestions.getByText('Amina Yusuf').waitFor()
    expect(await page.getByText('Not proposed again').count()).toBe(0)
    // The button has gone with what it allowed.
    await page.waitForFunction(() => document.activeElement?.id === 'matching-panel')
  })

  it('shows a mentor’s places, who they are proposed to and who else would fit', async () => {
    await api('POST', '/matching/run', {})
    const names = Object.entries(await draft()).filter(([, mentor]) => mentor === 'Amina Yusuf')
    expect(names).toHaveLength(2)
    await open(`collections/mentors/${await idOf('mentors', 'Amina Yusuf')}/matching`)
    await says('2 of 2 places free')
    await says(/^In the draft with .+ and .+\. Nobody has been told yet\.$/)
    await page.getByRole('list', { name: 'mentees for Amina Yusuf, best first' }).waitFor()
    await page.getByRole('link', { name: 'Omar Idris' }).waitFor()
    expect(await faults('.desk')).toEqual([])
    await page.setViewportSize(LAPTOP)
    await page.getByRole('link', { name: 'Open the matching workspace' }).click()
    await page.getByRole('heading', { level: 1, name: 'Matching' }).waitFor()
  })

  it('lists how long mentees wait, and drafts matches for the selected ones', async () => {
    await open('collections/mentees')
    const omar = page.getByRole('row', { name: /Omar Idris.*Waiting.*since today/ })
    await omar.waitFor()
    const select = (row: typeof omar) => row.getByRole('checkbox').check({ force: true })
    await select(omar)
    await says('1 mentee selected.')
    await select(page.getByRole('row', { name: /Hala Osman/ }))
    await says('2 mentees selected.')
    expect(await faults('.matching__selected')).toEqual([])
    expect(await faults('.cell-waitingTime')).toEqual([])
    await page.setViewportSize(LAPTOP)
    await page.getByRole('button', { name: 'Draft matches for them' }).click()
    await says(/^Matched again for 2 mentees\./)
    await page.getByRole('heading', { level: 1, name: 'Matching' }).waitFor()
  })

  it('says of those who are selected that a copy of the database would outlast their erasing', async () => {
    const folder = path.join(server.dataDir, 'before-upgrade')
    await mkdir(folder)
    await writeFile(path.join(folder, 'mentoring-before.db'), '')
    const notice = page.getByText('Erasing does not reach the copy of the database')
    for (const list of ['mentees', 'mentors']) {
      await open(`collections/${list}`)
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('link') })
        .first()
      await row.waitFor()
      expect(await notice.count()).toBe(0)
      await row.getByRole('checkbox').check({ force: true })
      await notice.waitFor()
    }
    await rm(folder, { recursive: true })
  })

  it('drafts for all of a list that has more pages than the one that is shown', async () => {
    await open('collections/mentees?limit=1&search=al')
    await page.getByRole('row', { name: /Hala Osman|Noor Saleh/ }).waitFor()
    await page.locator('#select-all').check({ force: true })
    await page.getByRole('button', { name: /^Select all/ }).click()
    await says('2 mentees selected.')
    await page.getByRole('button', { name: 'Draft matches for them' }).click()
    await says(/^Matched again for 2 mentees\./)
  })

  it('tells when nobody who is selected can be matched', async () => {
    const id = await idOf('mentees', 'Noor Saleh')
    await api('PATCH', `/mentees/${id}`, { status: 'withdrawn' })
    await open('collections/mentees?limit=25&search=Noor')
    const noor = page.getByRole('row', { name: /Noor Saleh.*not waiting for a mentor/ })
    await noor.getByRole('checkbox').check({ force: true })
    await page.getByRole('button', { name: 'Draft a match' }).click()
    await says('None of the selected mentees can be matched now.')

    await open(`collections/mentees/${id}/matching`)
    await says('This mentee is not waiting for a mentor.')
    await says('Suggestions appear here when Noor Saleh can be matched.')
    await says(/^Nothing has been decided yet\./)
    expect(await faults('.desk')).toEqual([])
  })

  it('keeps the pages from staff who do not match', async () => {
    const comms = await logIn('comms')
    for (const path of [
      `collections/mentees/${await idOf('mentees', 'Omar Idris')}/matching`,
      'collections/mentees',
      'globals/matching-settings',
    ]) {
      await comms.goto(`${server.url}/admin/${path}`)
      await comms
        .getByText(/Nothing found|Not Found/i)
        .first()
        .waitFor()
      expect(await comms.getByText('Omar Idris').count()).toBe(0)
    }
    await comms.context().close()
  })
})
