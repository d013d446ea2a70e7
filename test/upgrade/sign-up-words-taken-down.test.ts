import { afterEach, expect, it } from 'vitest'

import type { SignUpForm } from '../../payload-types.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { KINDS, restoreOld, words } from './old-sign-up-words.ts'

let app: Installation | undefined
afterEach(() => app?.close())

it('sign-up pages that were taken down have the words that were published last', async () => {
  // A blank title could be published once.
  const published = { mentor: { ...words('mentors'), title: ' ' }, mentee: words('mentees') }
  const draft = { mentor: words('a draft'), mentee: words('a draft') }
  app = await boot({ before: restoreOld({ ...published, draft, isTakenDown: true }) })
  const { editionInForce } = await import('@mentoring/forms/editions/in-force')
  const { forms } = await editionInForce({ payload: app.payload })
  const { json } = await app.rest('GET', '/sign-up-forms', { as: 'comms' })
  for (const kind of KINDS) {
    const { consent, intro, title } = published[kind]
    expect(forms[kind]).toMatchObject({ intro, agreement: { consent } })
    expect(forms[kind]!.title).toBe(kind === 'mentor' ? 'Sign up as a mentor' : title)
    const form = (json.docs as SignUpForm[]).find((one) => one.kind === kind)
    expect(form).toMatchObject({ title: draft[kind].title })
  }
})
