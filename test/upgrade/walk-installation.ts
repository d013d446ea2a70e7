import { expect, it } from 'vitest'

import { formOf } from '@mentoring/forms/editions/form-of'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { questions } from '@mentoring/forms/form-types'
import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { runMatching } from '../../plugins/matching/operations/run.ts'
import { optionsFor } from '../../plugins/matching/options-for.ts'
import { followMatches } from '../../programme/matches/follow-matches.ts'
import type { Answer, Installation } from '../helpers/boot.ts'
import { hiddenInputs } from '../helpers/links.ts'
import { menteeForm } from '../helpers/people.ts'
import type { Postbox } from '../helpers/smtp.ts'
import type { Mailed } from './story.ts'
import { EDITED, STORY_MENTEES, STORY_MENTORS } from './story-people.ts'

/** Records before the upgrade, by table and id. */
export type Before = Map<string, Map<string, Record<string, unknown>>>

/** An old installation that has just been upgraded; what it held before; what it had mailed. */
export type Upgraded = {
  app: Installation
  postbox: Postbox
  before: Before
  mailed: Mailed[]
}

/** Declares the tests that use an upgraded installation as people do, in the order they run. */
export const walkInstallation = (upgraded: () => Upgraded): void => {
  const rest: Installation['rest'] = (...call) => upgraded().app.rest(...call)
  const get = async (route: string, as: 'comms' | 'coordinator') => {
    const { json, status, text } = await rest('GET', route, { as })
    expect(status, text).toBe(200)
    return json
  }
  const deliver = () => deliverMails(upgraded().app.payload)
  const mailTo = (address: string, subject = /./) =>
    upgraded().postbox.messages.findLast(
      ({ mail, to }) => to === address && subject.test(mail.subject ?? ''),
    )
  const tokenIn = (text: string | undefined): string => {
    const found = /token=([\w-]{43})/.exec(text ?? '')
    expect(found, text).not.toBeNull()
    return found![1]!
  }

  /** Opens a link and goes where it leads, as a browser does. */
  const open = async (link: string): Promise<Answer & { at: string; cookie: string }> => {
    const jar = new Map<string, string>()
    let at = link
    for (let steps = 0; steps < 5; steps += 1) {
      const url = new URL(at, 'http://localhost:3000')
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
      const route = `${url.pathname.replace(/\/$/, '')}${url.search}`
      const shown = await rest('GET', route, { headers: cookie ? { cookie } : {} })
      for (const line of shown.headers.getSetCookie()) {
        const [, key, value] = /^([^=]+)=([^;]*)/.exec(line)!
        jar.set(key!, value!)
      }
      const next = shown.headers.get('location')
      if (!next) return { ...shown, at: url.pathname.replace(/\/$/, ''), cookie }
      at = new URL(next, url).toString()
    }
    throw new Error('The link leads in circles.')
  }
  /** Opens a link and presses its button. */
  const press = async (link: string, answers: Record<string, string> = {}): Promise<Answer> => {
    const page = await open(link)
    expect(page.status, page.text).toBe(200)
    return rest('POST', page.at, {
      form: { ...hiddenInputs(page.text), ...answers },
      headers: page.cookie ? { cookie: page.cookie } : {},
    })
  }
  /** A mentor as the version before had them. */
  const row = (id: string) => upgraded().before.get('mentors')!.get(id)!
  const statusOf = async (collection: 'mentees' | 'mentors', email: string) => {
    const route = `/${collection}?where[email][equals]=${encodeURIComponent(email)}&depth=0`
    return (await get(route, 'coordinator')).docs[0]?.status
  }

  it('shows the same people to coordinators', async () => {
    for (const [table, told] of [
      ['mentors', STORY_MENTORS],
      ['mentees', STORY_MENTEES],
    ] as const) {
      const { docs } = await get(`/${table}?limit=0&depth=0`, 'coordinator')
      const people = new Map<string, object>(docs.map((one: { id: string }) => [one.id, one]))
      for (const [id, row] of upgraded().before.get(table)!) {
        const { about, country, email, name, phone, site, status } = row
        expect(people.get(id)).toMatchObject({ about, country, email, name, phone, site, status })
        // Teams were texts, until they were chosen from a list.
        const team = row.team_name ?? row.teamName ?? row.team
        if (team) expect(people.get(id)).toMatchObject({ teamName: team })
      }
      for (const { languages, name } of told) {
        const person = docs.find((one: { name: string }) => one.name === name)
        expect(person?.languages, name).toEqual(languages)
        expect(person.topics).toEqual(['housing', 'exams'])
        expect(person.consent.wording).toContain('I agree')
      }
    }
  })

  it('keeps the team of somebody who had typed it, and offers it to nobody', async () => {
    const email = 'huda.confirmed@example.org'
    const { docs } = await get(`/mentors?where[email][equals]=${email}&depth=0`, 'coordinator')
    const { team, teamName } = docs[0]
    expect(teamName).toBe('Ward L18')
    const list = '/choices?where[list][equals]=teams&limit=0'
    const { docs: teams } = await get(list, 'coordinator')
    const chosen = teams.find(({ key }: { key: string }) => key === team)
    const wasTyped = !('team_name' in row(docs[0].id) || 'teamName' in row(docs[0].id))
    expect(chosen).toMatchObject(
      wasTyped ? { label: 'Ward L18', isRetired: true } : { label: 'Another team' },
    )
    // What one person has typed is about a person.
    if (wasTyped) expect(JSON.stringify(await get(list, 'comms'))).not.toContain('Ward L18')
  })

  it('shows drafts as drafts, what is published as published, and settings as they were', async () => {
    const branding = 'where[part][equals]=branding'
    const draft = await get(`/site-parts?${branding}&draft=true`, 'comms')
    expect(draft.docs[0].branding.trustName).toBe(EDITED.programmeDraft)
    const published = await rest('GET', `/site-parts?${branding}`, { as: 'comms' })
    expect(published.json.docs[0]._status).toBe('published')
    expect(published.text).not.toContain(EDITED.programmeDraft)
    // A part that came with a later version is there, and says nothing else than the site did.
    const words = await get('/site-parts?where[part][equals]=words', 'comms')
    expect(words.docs).toMatchObject([{ _status: 'published' }])
    expect(words.docs[0].words?.changed ?? null).toBeNull()
    const home = await get('/pages?where[role][equals]=home', 'comms')
    expect(home.docs).toMatchObject([{ _status: 'published', slug: 'home' }])
    expect(home.docs[0].layout.length).toBeGreaterThan(5)
    const { docs } = await get('/resource-links?limit=0&draft=true', 'comms')
    const stateOf = (title: string) =>
      docs.find((one: { title: string }) => one.title === title)?._status
    expect(stateOf(EDITED.resource)).toBe('published')
    expect(stateOf(EDITED.resourceDraft)).toBe('draft')
    expect((await get('/media', 'comms')).docs[0].alt).toBe('A blue sign')
  })

  it('delivers what was waiting to be sent, in the words it was written with', async () => {
    await deliver()
    const waiting = mailTo('jamila.waits@example.org')
    expect(waiting?.mail.subject).toBe(EDITED.subject)
    expect(upgraded().postbox.messages.some(({ mail }) => /Meet your/.test(mail.subject!))).toBe(
      true,
    )
  })

  it('a link that had been mailed, and one that was waiting, still confirm', async () => {
    const { mailed } = upgraded()
    const had = mailed.find(({ to }) => to === 'idris.haslink@example.org')!.links[0]!
    await press(had, { consent: 'yes' })
    expect(await statusOf('mentees', 'idris.haslink@example.org')).toBe('waiting')

    const { mail } = mailTo('jamila.waits@example.org')!
    await press(`/sign-up/confirm?token=${tokenIn(mail.text)}`, { consent: 'yes' })
    expect(await statusOf('mentees', 'jamila.waits@example.org')).toBe('waiting')
  })

  it('links to personal pages that had been mailed open them', async () => {
    const links = upgraded().mailed.flatMap(({ links, to }) =>
      links.filter((link) => new URL(link).pathname === '/my/').map((link) => ({ link, to })),
    )
    for (const { link, to } of links) {
      const page = await open(link)
      expect(page.status, `${to}: ${page.text.slice(0, 300)}`).toBe(200)
      expect(page.text, to).toMatch(/Your ment(ee|or): |You are on our list/)
    }
  })

  it('goes on with matches of before: an old proposal is introduced, a new run proposes', async () => {
    const { app } = upgraded()
    const proposed = async () =>
      (await get('/matches?where[status][equals]=proposed&limit=0&depth=1', 'coordinator')).docs
    // The first that can be: one mentor of the story has no place left.
    const introduceOne = async () => {
      const refusals: string[] = []
      for (const match of await proposed()) {
        const body = { matches: [match.id] }
        const { json, text } = await rest('POST', '/matching/confirm', { as: 'coordinator', body })
        if (json?.confirmed?.[0] === match.id) return match
        refusals.push(text)
      }
      throw new Error(`Nobody could be introduced. ${refusals.join(' ')}`)
    }
    const old = await introduceOne()

    const req = await app.reqAs('coordinator')
    await runMatching(req, await optionsFor(req), {})
    const fresh = await introduceOne()
    await followMatches(await app.reqAs('admin'), new Date())
    await deliver()
    const wasTold = (address: string, name: string) =>
      upgraded().postbox.messages.some(
        ({ mail, to }) =>
          to === address && mail.subject?.includes('Meet your ment') && mail.text?.includes(name),
      )
    for (const { mentee, mentor } of [old, fresh]) {
      expect(wasTold(mentee.email, mentor.name)).toBe(true)
      expect(wasTold(mentor.email, mentee.name)).toBe(true)
    }
  })

  it('takes a sign-up, in the words the comms team had edited', async () => {
    const email = 'nadia.new@example.org'
    const all = { ...menteeForm({ email }), arrival: '2024-08', name: 'Nadia New' }
    // Which questions there are depends on when the installation was new.
    const asked = questions(formOf(await editionInForce(upgraded().app), 'mentee')!).map(
      (question): string => question.name,
    )
    const body = Object.fromEntries(Object.entries(all).filter(([key]) => asked.includes(key)))
    expect((await rest('POST', '/sign-up/mentee', { body })).status).toBe(202)
    await deliver()
    const { mail } = mailTo(email)!
    expect(mail.subject).toBe(EDITED.subject)
    expect(mail.text).toContain('these words are ours')
    await press(`/sign-up/confirm?token=${tokenIn(mail.text)}`, { consent: 'yes' })
    expect(await statusOf('mentees', email)).toBe('waiting')
  })

  it('erases somebody who was there before', async () => {
    const { docs } = await get('/mentees?where[status][equals]=waiting&sort=email', 'coordinator')
    const { email } = docs[0]
    const proposals = `/matches?where[mentee][equals]=${docs[0].id}&where[status][equals]=proposed`
    for (const { id } of (await get(proposals, 'coordinator')).docs) {
      await rest('POST', '/matching/reject', { as: 'coordinator', body: { match: id } })
    }
    const gone = await rest('DELETE', `/mentees/${docs[0].id}`, { as: 'coordinator' })
    expect(gone.status, gone.text).toBe(200)
    const { totalDocs } = await upgraded().app.payload.count({
      collection: 'mails',
      where: { to: { equals: email } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })
}
