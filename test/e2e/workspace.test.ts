import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, openAdmin, reloadAdmin } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { signUp } from '../helpers/sign-up.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** The coordinators' workspace in a browser: by mouse, by keyboard, on a phone, and by two at once. */

let browser: Browser
let postbox: Postbox
let server: RunningServer
let page: Page
beforeAll(async () => {
  postbox = await openPostbox()
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ SMTP_URL: postbox.url })])
  await signUp(server, postbox, 'mentor', {
    name: 'Amina Yusuf',
    email: 'amina@example.org',
    country: 'SD',
    capacity: '3',
  })
  await signUp(server, postbox, 'mentor', {
    name: 'Bilal Khan',
    email: 'bilal@example.org',
    country: 'PK',
    capacity: '1',
  })
  await signUp(server, postbox, 'mentee', {
    name: 'Omar Idris',
    email: 'omar@example.org',
    country: 'SD',
  })
  await signUp(server, postbox, 'mentee', {
    name: 'Hala Osman',
    email: 'hala@example.org',
    country: 'EG',
  })
  await signUp(server, postbox, 'mentee', {
    name: 'Sana Malik',
    email: 'sana@example.org',
    country: 'PK',
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await postbox?.close()
})
beforeEach(async () => {
  page = await logIn()
})

const logIn = async (viewport = { width: 1280, height: 900 }): Promise<Page> => {
  const context = await browser.newContext({ viewport })
  await context.request.post(`${server.url}/api/users/login`, {
    data: { email: 'coordinator@example.org', password: server.password },
  })
  const fresh = await context.newPage()
  fresh.setDefaultTimeout(20_000)
  await openAdmin(fresh, `${server.url}/admin/matching`)
  await fresh.getByRole('heading', { level: 1, name: 'Matching' }).waitFor()
  return fresh
}

const agree = (on: Page) => on.locator('.confirmation-modal').getByRole('button').last().click()

const focusedName = (on: Page) =>
  on.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id,
  )

/** Opens one of the workspace's tabs. */
const open = (on: Page, tab: RegExp) => on.getByRole('tab', { name: tab }).click()

describe('a list whose filter can’t be read', () => {
  it('says so above no rows, and nothing of it above rows', async () => {
    const filter = 'where[or][0][and][0][status][equals]=nonsense'
    await page.goto(`${server.url}/admin/collections/mentees?${filter}`)
    await page.getByText(/“status” can’t be read: it needs one of its answers/).waitFor()
    expect(await page.getByText('Omar Idris').count()).toBe(0)
    await page.goto(`${server.url}/admin/collections/mentees`)
    await page.getByText('Omar Idris').first().waitFor()
    expect(await page.getByText('can’t be read').count()).toBe(0)
  })
})

describe('the matching workspace', () => {
  it('says what to do first while there is no draft, and where mentors are missing', async () => {
    await page.getByText('3 mentees waiting. 2 mentors with 4 free places.').waitFor()
    await page.getByRole('heading', { name: 'No draft yet' }).waitFor()
    await open(page, /^Supply and demand/)
    await page
      .getByText('Egypt: 1 waiting, no mentor there. Same region: 1 mentor with 3 free places.')
      .waitFor()
    const picture = page.getByRole('table', { name: /By country/ })
    expect(await picture.getByRole('row', { name: /^Sudan 1 waiting 3 free/ }).count()).toBe(1)
    expect(await violations(page, '.desk')).toEqual([])
  })

  it('proposes for all who wait, says that it is proved, and tells nobody', async () => {
    const mailsBefore = postbox.messages.length
    await page.getByRole('button', { name: 'Match all who wait' }).click()
    await page.getByRole('heading', { name: '3 proposals' }).waitFor()
    await page.getByText(/Proved to be the best/).waitFor()
    await page.getByRole('button', { name: 'Introduce Omar Idris and Amina Yusuf' }).waitFor()
    await page.getByRole('button', { name: 'Introduce Sana Malik and Bilal Khan' }).waitFor()
    const card = page.getByRole('listitem').filter({ hasText: 'Omar Idris' }).first()
    await card.getByText('Both from Sudan').waitFor()
    await card.getByText(/^Next best: Bilal Khan, .*lower in total score/).waitFor()
    expect(postbox.messages.length).toBe(mailsBefore)
  })

  it('passes axe, in light and dark, with proposals and with suggestions open', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await reloadAdmin(page)
      await open(page, /^Draft/)
      await page.getByRole('button', { name: 'Other mentors for Hala Osman' }).click()
      await page.getByRole('list', { name: 'mentors for Hala Osman, best first' }).waitFor()
      expect(await violations(page, '.desk')).toEqual([])
      for (const tab of [/^Waiting list/, /^Supply/, /^Introduced/]) {
        await open(page, tab)
        expect(await violations(page, '.desk')).toEqual([])
      }
    }
  })

  it('fits a phone and a tablet without scrolling sideways', async () => {
    for (const width of [390, 820]) {
      const small = await logIn({ width, height: 800 })
      for (const tab of [/^Draft/, /^Waiting list/, /^Supply/]) {
        await open(small, tab)
        const overflow = await small.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${width}px, ${tab}`).toBeLessThanOrEqual(0)
      }
      await small.context().close()
    }
  })

  it('swaps two proposals by keyboard alone, locks them, and says what that costs', async () => {
    const press = async (name: string, key: string) => {
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press(key)
    }
    for (const name of ['Select Omar Idris and Amina Yusuf', 'Select Sana Malik and Bilal Khan']) {
      await page.getByRole('checkbox', { name }).focus()
      await page.keyboard.press('Space')
    }
    await press('Swap the two', 'Enter')
    await page.getByText('Omar Idris and Sana Malik have swapped. Both pairs are locked.').waitFor()
    // “Swap the two” is off again; the keyboard goes on where the draft begins.
    await page.waitForFunction(() => document.activeElement?.id === 'matching-panel')
    await page
      .getByText(/^This lock: .*lower in total score/)
      .first()
      .waitFor()
    await page.getByText(/^All locks together, against the best draft without them: /).waitFor()
    await page.getByText(/^2 changes from the draft before, total score −/).click()
    await page.getByText('Omar Idris: Bilal Khan instead of Amina Yusuf').waitFor()
  })

  it('shows the same draft, with its locks, after a reload and to a second coordinator', async () => {
    await reloadAdmin(page)
    const second = await logIn()
    for (const one of [page, second]) {
      await one.getByRole('button', { name: 'Unlock Omar Idris and Bilal Khan' }).waitFor()
      await one.getByText(/^2 changes from the draft before/).waitFor()
    }
    await second.context().close()
  })

  it('matches again around the locks, and as before once they are taken off', async () => {
    await page.getByRole('button', { name: 'Match again' }).click()
    await page.getByText('3 proposals for 3 waiting mentees. Nothing has changed.').waitFor()
    await page.getByRole('button', { name: 'Unlock Omar Idris and Bilal Khan' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/Omar Idris and Bilal Khan unlocked/).waitFor()
    await page
      .getByRole('button', { exact: true, name: 'Lock Omar Idris and Bilal Khan' })
      .waitFor()
    expect(await focusedName(page), 'the focus stays where it was').toBe(
      'Lock Omar Idris and Bilal Khan',
    )
    await page.getByRole('button', { name: 'Unlock Sana Malik and Amina Yusuf' }).click()
    await page.getByText(/Sana Malik and Amina Yusuf unlocked/).waitFor()
    await page
      .getByText('The last run kept this pair. Match again to see the next best.')
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Match again' }).click()
    await page.getByRole('button', { name: 'Introduce Omar Idris and Amina Yusuf' }).waitFor()
  })

  it('marks a proposal that has gone stale, and says why', async () => {
    const { docs } = await server.api(
      'coordinator',
      'GET',
      '/mentors?where[name][equals]=Bilal Khan',
    )
    const pause = (takesMentees: boolean) =>
      server.api('coordinator', 'PATCH', `/mentors/${docs[0].id}`, { takesMentees })
    await pause(false)
    await reloadAdmin(page)
    await page
      .getByText(/Can’t be introduced now\. This mentor does not take mentees now/)
      .waitFor()
    await page.getByText(/^1 proposal to look at again: .* It can’t be introduced now\./).waitFor()
    const introduce = page.getByRole('button', { name: 'Introduce Sana Malik and Bilal Khan' })
    expect(await introduce.isDisabled()).toBe(true)
    expect(await violations(page, '.desk')).toEqual([])
    await pause(true)
  })

  it('says so when nobody is possible any more, why, and which locks were given up', async () => {
    const { docs } = await server.api('coordinator', 'GET', '/mentors?depth=0&limit=100')
    const ids = docs.map(({ id }: { id: string }) => id).join(',')
    const pause = (takesMentees: boolean) =>
      server.api('coordinator', 'PATCH', `/mentors?where[id][in]=${ids}`, { takesMentees })
    await page.getByRole('button', { exact: true, name: 'Lock Sana Malik and Bilal Khan' }).click()
    await page.getByRole('button', { name: 'Unlock Sana Malik and Bilal Khan' }).waitFor()
    await pause(false)
    await page.getByRole('button', { name: 'Match again' }).click()
    await page.getByText(/^No pair is possible now\..* 1 lock given up\.$/).waitFor()
    await page.getByRole('heading', { name: 'The last run found no possible pair' }).waitFor()
    await page.getByText('3 mentees waiting. No mentor has a free place.').waitFor()
    await page.getByText(/^The lock of Sana Malik with Bilal Khan was given up/).waitFor()
    expect(await page.getByText('There are no mentors who could be matched now.').count()).toBe(3)
    expect(await violations(page, '.desk')).toEqual([])
    await pause(true)
    await page.getByRole('button', { name: 'Match all who wait' }).click()
    await page.getByRole('button', { name: 'Introduce Sana Malik and Bilal Khan' }).waitFor()
  })

  it('tells the second coordinator when a proposal was decided already', async () => {
    const second = await logIn()
    await reloadAdmin(page)
    await page.getByRole('button', { name: 'Reject Hala Osman and Amina Yusuf' }).click()
    await agree(page)
    await page.getByText('Proposal rejected.').waitFor()

    await second.getByRole('button', { name: 'Introduce Hala Osman and Amina Yusuf' }).click()
    await agree(second)
    await second.getByText('This proposal was decided already. Look at the list again.').waitFor()
    await second.getByRole('heading', { name: '2 proposals' }).waitFor()
    await second.context().close()
  })

  it('says of everybody without a proposal why not', async () => {
    await page.getByRole('button', { name: 'Match again' }).click()
    await page.getByRole('button', { name: 'Reject Hala Osman and Bilal Khan' }).click()
    await agree(page)
    await page.getByText('Proposal rejected.').waitFor()
    await page.getByRole('button', { name: 'Match again' }).click()
    await page.getByRole('heading', { name: '1 mentee without a proposal' }).waitFor()
    await page
      .getByText(
        'No mentor is possible. 2 mentors: This pair was rejected, undone or ended before.',
      )
      .waitFor()
  })

  it('narrows the waiting list by name, country and draft', async () => {
    await open(page, /^Waiting list/)
    await page.getByLabel('Name or background').fill('hala')
    await page.getByText('1 of 3 mentees, longest waiting first.').waitFor()
    await page.getByLabel('Name or background').fill('')
    await page.getByLabel('Draft', { exact: true }).fill('Not in')
    await page.keyboard.press('Enter')
    await page.getByText('1 of 3 mentees, longest waiting first.').waitFor()
    await page.getByRole('button', { name: 'Suggest mentors for Hala Osman' }).waitFor()
  })

  it('introduces the selected pairs and puts a pair back that is undone', async () => {
    await open(page, /^Draft/)
    await page.getByText('Select all').click()
    await page.getByRole('button', { name: 'Introduce 2 selected' }).click()
    await agree(page)
    await page.getByText('2 pairs introduced. The emails are on their way.').waitFor()
    await postbox.wait('omar@example.org', /Meet your mentor/)
    await postbox.wait('bilal@example.org', /Meet your mentee/)

    await open(page, /^Introduced/)
    await page
      .getByRole('button', { name: 'Undo the match of Omar Idris with Amina Yusuf' })
      .click()
    await agree(page)
    await page.getByText('Match undone. Omar Idris is back on the waiting list.').waitFor()
    await open(page, /^Waiting list/)
    await page.getByRole('button', { name: 'Suggest mentors for Omar Idris' }).waitFor()
    await postbox.wait('omar@example.org', /A change to your introduction/)
  })

  it('works by keyboard alone, from a tab to a suggestion to the introduction', async () => {
    await signUp(server, postbox, 'mentee', {
      name: 'Noor Saleh',
      email: 'noor@example.org',
      country: 'SD',
    })
    await reloadAdmin(page)
    await page.getByRole('tab', { name: /^Draft/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Suggest mentors for Noor Saleh' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Introduce Noor Saleh and Amina Yusuf' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Introduce Noor Saleh and Amina Yusuf')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.closest('.confirmation-modal'))
    for (let i = 0; i < 5; i += 1) {
      const focused = await page.evaluate(() => document.activeElement?.textContent)
      if (focused === 'Introduce') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText(/Noor Saleh and Amina Yusuf are introduced/).waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'matching-panel')
    await open(page, /^Introduced/)
    await page.getByText('Noor Saleh with Amina Yusuf').waitFor()
  })

  it('matches by hand, and says which rule a choice would break', async () => {
    await open(page, /^Waiting list/)
    await page.getByRole('button', { name: 'Suggest mentors for Hala Osman' }).click()
    await page.getByText('1 mentor: no free place.').waitFor()
    await page.getByText('1 mentor: This pair was rejected, undone or ended before.').waitFor()
    const choose = async (name: string) => {
      await page.getByLabel('Or choose any mentor for Hala Osman').fill(name)
      await page.keyboard.press('Enter')
      await page.locator('.matching__by-hand').getByRole('button', { name: 'Introduce' }).click()
      await agree(page)
    }
    await choose('Bilal')
    await page.getByText('This mentor’s only place is taken.').waitFor()
    await choose('Amina')
    await open(page, /^Introduced/)
    await page.getByText('Hala Osman with Amina Yusuf').waitFor()
  })
})

describe('the first page', () => {
  it.each(['coordinator', 'comms', 'admin'])('of %s passes axe in light and dark', async (role) => {
    await page.context().request.post(`${server.url}/api/users/login`, {
      data: { email: `${role}@example.org`, password: server.password },
    })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${server.url}/admin`)
      await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor()
      expect(await violations(page, '.start')).toEqual([])
    }
  })
})
