import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignUpForm } from '../../payload-types.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { fillPages, nextOf } from '../helpers/journey.ts'
import { hiddenInputs } from '../helpers/links.ts'
import { menteeForm } from '../helpers/people.ts'
import { richText } from '../helpers/rich-text.ts'
import { openBrowser } from '../helpers/visitor.ts'

/** Title, introduction and consent of a sign-up form: published with its questions, and in force from that moment. */

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

const CHECK = '/sign-up/mentee/check'

const formOf = async (kind: string): Promise<SignUpForm> =>
  (await app.rest('GET', `/sign-up-forms?where[kind][equals]=${kind}`, { as: 'comms' })).json
    .docs[0]
const save = async (words: object) => {
  const { id } = await formOf('mentee')
  return app.rest('PATCH', `/sign-up-forms/${id}`, { as: 'comms', body: words })
}
const agreeTo = async (consent: string) => {
  const { agreement } = await formOf('mentee')
  return { agreement: { ...agreement, consent } }
}
const publish = () => app.rest('POST', '/forms/publish', { as: 'comms', body: {} })
const preview = async (query = '') =>
  (await app.rest('GET', `/sign-up/preview/mentee${query}`, { as: 'comms' })).text
const snapshot = async () => {
  // Loaded when the settings stand.
  const { contentSnapshot } = await import('../../programme/site/content-snapshot.ts')
  return contentSnapshot(await app.reqAs('comms'))
}
/** Puts up a site of the content as it is now. */
const buildSite = async () => {
  const folder = path.join(app.dataDir, 'site', 'current')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'snapshot.json'), JSON.stringify((await snapshot()).snapshot))
}
const consentOf = async (email: string) => {
  const where = { email: { equals: email } }
  const { docs } = await app.payload.find({ collection: 'mentees', where, overrideAccess: true })
  return docs[0]?.consent?.wording
}

describe('new words of a form', () => {
  const title = 'Find a mentor at Seacroft'
  const intro = 'For doctors who start at Seacroft.'
  const consent = 'I agree to the new words.\n\nAnd to the ones below.'

  it('are not public until they are published, and are shown before that to who edits them', async () => {
    const old = (await snapshot()).snapshot
    expect(old.signUp.mentee.title).toBe('Sign up for a mentor')
    const saved = await save({ title, intro: richText(intro), ...(await agreeTo(consent)) })
    expect(saved.status, saved.text).toBe(200)
    expect((await snapshot()).snapshot.signUp).toEqual(old.signUp)
    const [start, check, all] = [
      await preview(),
      await preview('?page=check'),
      await preview('?page=all'),
    ]
    for (const words of [title, intro]) expect(start).toContain(words)
    for (const words of [title, 'I agree to the new words.']) expect(check).toContain(words)
    for (const words of [title, intro, 'I agree to the new words.']) expect(all).toContain(words)
  })

  it('stand on pages one after the other in the preview, from which nothing can be sent', async () => {
    const start = await preview()
    const links = [...start.matchAll(/href="\/api\/sign-up\/preview\/mentee(\?page=[^"]*)"/g)]
    const pages = [...new Set(links.map(([, query]) => query!))]
    expect(pages.length).toBeGreaterThan(4)
    let here = ''
    for (const [place, next] of pages.entries()) {
      const html = await preview(here)
      expect(html).toContain('A preview.')
      expect(html).not.toMatch(/<form[^>]*action="\/sign-up/)
      expect(html, 'says which page it is').toContain(
        `href="/api/sign-up/preview/mentee${here}" aria-current="page"`,
      )
      if (place > 0 && place < pages.length - 1) {
        expect(html).toContain(`Page ${place} of ${pages.length - 1}`)
      }
      if (place < pages.length - 2) {
        expect(html, 'its button leads on').toMatch(
          new RegExp(`class="nhsuk-button"[^>]*href="[^"]*\\${next}"`),
        )
      }
      here = next
    }
    expect(
      (await app.rest('GET', '/sign-up/preview/mentee?page=none', { as: 'comms' })).status,
    ).toBe(404)
  })

  it('say in the preview who is asked a question that another page opens', async () => {
    const { id, pages } = await formOf('mentee')
    const edit = (body: object) => app.rest('PATCH', `/sign-up-forms/${id}`, { as: 'comms', body })
    const opener = { question: 'originChoice', isOneOf: ['noPreference'] }
    const phone = pages.flatMap((page) => page.questions!).find((r) => r.question === 'phone')!
    const moved = pages.map((page, place) => ({
      ...page,
      questions: [
        ...page.questions!.filter((row) => row !== phone),
        ...(place === pages.length - 1 ? [{ ...phone, onlyIf: opener }] : []),
      ],
    }))
    const [, lastPage] = /(\?page=[^"]*)"[^?]*\?page=check/.exec(await preview())!
    expect((await edit({ pages: moved })).status).toBe(200)
    expect(await preview(lastPage)).toMatch(
      /is asked only of people who answered “[^”]+” with “[^”]+”\./,
    )
    expect((await edit({ pages })).status).toBe(200)
    expect(await preview(lastPage)).not.toContain('is asked only of people')
  })

  it('are named when they are published, and count from then on: for whoever has begun, before the site is built', async () => {
    await buildSite()
    const browser = openBrowser(app.rest)
    const form = menteeForm({ email: 'begun@example.org' })
    await fillPages(browser, 'mentee', form)
    const old = await browser('GET', CHECK)
    expect(old.text).toContain('Sign up for a mentor')
    expect(old.text).not.toContain('I agree to the new words.')

    const published = await publish()
    expect(published.json.changes).toEqual([
      'Mentee sign-up form: its title changed.',
      'Mentee sign-up form: the text above the questions changed.',
      'Mentee sign-up form: what people agree to changed.',
    ])
    const send = async (page: string) =>
      nextOf(await browser('POST', CHECK, { form: { ...hiddenInputs(page), consent: 'yes' } }))
    expect(await send(old.text)).toBe(CHECK)
    expect(await consentOf('begun@example.org')).toBeUndefined()
    const again = await browser('GET', CHECK)
    for (const words of ['What you agree to has changed', title, 'I agree to the new words.']) {
      expect(again.text).toContain(words)
    }
    expect(await send(again.text)).toBe('/sign-up/mentee/check-your-email')
    expect(await consentOf('begun@example.org')).toBe(consent)
    expect((await publish()).json.message).toBe('There is nothing new to publish.')
  })

  it('are on the pages of the site that is built then', async () => {
    const { signUp } = (await snapshot()).snapshot
    expect(signUp.mentee).toMatchObject({ title, intro: `<p>${intro}</p>`, consent })
    expect(signUp.mentor.title).toBe('Sign up as a mentor')
  })

  it('are stored as they are in force, by a program and on the form of one page', async () => {
    const {
      'arrival-month': _month,
      'arrival-year': _year,
      ...answers
    } = menteeForm({ email: 'program@example.org' })
    const body = { ...answers, arrival: '2019-08', consent: true }
    const headers = { accept: 'application/json' }
    expect((await app.rest('POST', '/sign-up/mentee', { body, headers })).status).toBe(202)
    expect(await consentOf('program@example.org')).toBe(consent)
    const onOnePage = { form: { ...menteeForm(), step: 'check' } }
    const { text } = await app.rest('POST', '/sign-up/mentee', onOnePage)
    for (const words of [title, 'I agree to the new words.']) expect(text).toContain(words)
  })

  it('have a link that leads nowhere left out, and whoever edits the form is told', async () => {
    const { id } = await formOf('mentee')
    const bad = richText('See', 'https:example.org')
    expect((await save({ intro: bad })).status).toBe(400)
    // As an older version may have kept it.
    await app.payload.db.updateOne({ collection: 'sign-up-forms', id, data: { intro: bad } })
    await publish()
    const { findings, snapshot: content } = await snapshot()
    expect(content.signUp.mentee.intro).toBe('<p>Seea link</p>')
    expect(findings).toEqual([
      {
        text: expect.stringMatching(
          /^Mentee sign-up form, “Text above the questions”: the link to “https:example.org” is left out/,
        ),
        path: '/collections/sign-up-forms',
      },
    ])
    await save({ intro: richText(intro) })
    await publish()
  })

  it('are not saved empty, nor published blank', async () => {
    const { intro: kept, title: before } = await formOf('mentee')
    const blanks = [{ title: ' ' }, await agreeTo(' \n ')]
    for (const words of [{ title: '' }, { intro: null }, await agreeTo(''), ...blanks]) {
      expect((await save(words)).status, JSON.stringify(words)).toBe(400)
    }
    expect(await formOf('mentee')).toMatchObject({ intro: kept, title: before })
    // As a version has kept them that let blanks pass.
    const { id } = await formOf('mentee')
    await app.payload.db.updateOne({
      collection: 'sign-up-forms',
      id,
      data: { title: ' ', ...(await agreeTo(' \n ')) },
    })
    const refused = await publish()
    expect(refused.status).toBe(409)
    expect(refused.json.message).toBe(
      'Mentee sign-up form: it has no title. Mentee sign-up form: it does not say what people agree to.',
    )
    expect((await snapshot()).snapshot.signUp.mentee).toMatchObject({ title, consent })
    await save({ title, ...(await agreeTo(consent)) })
  })
})

describe('a form that is published to replace the one that people have begun', () => {
  const form = menteeForm({ email: 'replaced@example.org' })
  const begin = async () => {
    const browser = openBrowser(app.rest)
    return { browser, pages: await fillPages(browser, 'mentee', form) }
  }
  const change = async (more: object) => {
    const where = 'where[key][equals]=phone'
    const { docs } = (await app.rest('GET', `/questions?${where}`, { as: 'comms' })).json
    await app.rest('PATCH', `/questions/${docs[0].id}`, {
      as: 'comms',
      body: { mentee: { ...docs[0].mentee, ...more } },
    })
  }

  it('lets them finish theirs unless it must not be asked any more', async () => {
    const { browser } = await begin()
    await change({ hint: 'A new hint' })
    expect((await publish()).status).toBe(200)
    expect((await browser('GET', CHECK)).text).toContain('Check your answers')
  })

  it('keeps what they have answered, shows what has changed again and says why', async () => {
    const { browser, pages } = await begin()
    const [first] = pages
    await change({ hint: 'Another hint' })
    const body = { mustReplace: true }
    expect((await app.rest('POST', '/forms/publish', { as: 'comms', body })).status).toBe(200)
    const back = await browser('GET', CHECK)
    expect(back.text).toContain('Another hint')
    expect(back.text).toContain('We had to change this form since you began.')
    expect(back.text).toContain(`value="${form.name}"`)
    expect(nextOf(await browser('POST', pages[1]!, { form }))).toBe(pages[2])
    expect((await browser('GET', CHECK)).text, 'still there').toContain(
      'We had to change this form',
    )
    expect(nextOf(await browser('POST', first!, { form }))).toBe(pages[1])
    const check = await browser('GET', CHECK)
    expect(check.text).toContain('Check your answers')
    const sent = { ...hiddenInputs(check.text), consent: 'yes' }
    const done = nextOf(await browser('POST', CHECK, { form: sent }))
    expect(done).toBe('/sign-up/mentee/check-your-email')
  })
})
