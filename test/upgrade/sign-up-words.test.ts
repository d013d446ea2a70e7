import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignUpForm } from '../../payload-types.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { KINDS, left, restoreOld, type Words, words } from './old-sign-up-words.ts'

/** What nobody could publish stays as it is, too. */
const LONG = 'A title of a draft. '.repeat(10)

const PUBLISHED = { mentor: words('mentors'), mentee: words('mentees') }
const DRAFT = {
  mentor: { ...words('a draft'), title: LONG },
  mentee: { ...PUBLISHED.mentee, title: null, consent: words('a draft').consent },
}

describe('words of the sign-up pages that stood among those of the other pages', () => {
  let app: Installation
  let forms: Record<string, SignUpForm>
  beforeAll(async () => {
    app = await boot({ before: restoreOld({ ...PUBLISHED, draft: DRAFT }) })
    const { json } = await app.rest('GET', '/sign-up-forms', { as: 'comms' })
    forms = Object.fromEntries(json.docs.map((form: SignUpForm) => [form.kind, form]))
  })
  afterAll(() => app.close())

  const asForm = ({ consent, intro, title }: Words) => ({ title, intro, agreement: { consent } })

  it('are on the sign-up pages as they were published', async () => {
    const { contentSnapshot } = await import('../../programme/site/content-snapshot.ts')
    const { signUp } = (await contentSnapshot(await app.reqAs('comms'))).snapshot
    for (const kind of KINDS) {
      const { consent, title } = PUBLISHED[kind]
      // The first versions let through a link that lacks its beginning.
      const intro = `<p>Our text of ${kind}s<a href="https://www.example.org">a link</a></p>`
      expect(signUp[kind]).toMatchObject({ title, intro, consent })
    }
  })

  it('are what can be brought back of the forms', async () => {
    const { json } = await app.rest('GET', '/sign-up-forms/versions', { as: 'comms' })
    const versions = json.docs.map(({ version }: { version: SignUpForm }) => version)
    expect(versions).toHaveLength(2)
    for (const version of versions as SignUpForm[]) {
      expect(version).toMatchObject(
        asForm(Object.entries(PUBLISHED).find(([kind]) => kind === version.kind)![1]),
      )
      expect(version.pages).toHaveLength(4)
      expect(version.pages[0]!.questions).toHaveLength(4)
    }
  })

  it('of a draft are saved in the forms, whose pages are there, and wait to be published', async () => {
    expect(forms.mentor).toMatchObject(asForm(DRAFT.mentor))
    expect(forms.mentee).toMatchObject(asForm({ ...DRAFT.mentee, title: PUBLISHED.mentee.title }))
    for (const kind of KINDS) expect(forms[kind]!.pages).toHaveLength(4)
    const { json } = await app.rest('POST', '/forms/publish', { as: 'comms', body: {} })
    expect(json.changes).toEqual([
      'Mentor sign-up form: its title changed.',
      'Mentor sign-up form: the text above the questions changed.',
      'Mentor sign-up form: what people agree to changed.',
      'Mentee sign-up form: what people agree to changed.',
    ])
  })

  it('are in no other place, and the other pages are as they were', async () => {
    expect(await left(app)).toEqual([])
    const { json } = await app.rest('GET', '/pages?where[role][equals]=privacy', { as: 'comms' })
    expect(json.docs).toMatchObject([{ _status: 'published', title: expect.any(String) }])
  })
})
