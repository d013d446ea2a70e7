import type { Payload } from 'payload'

import { richText } from './rich-text.ts'

/** Where words of pages were before there were pages: an installation that was upgraded has them still. */
export const keepWordsOfBefore = async (payload: Payload): Promise<void> => {
  const body = richText('Words')
  const titled = { title: 'T', body }
  const points = [{ title: 'T', text: 'W' }]
  const save = (slug: string, data: object) =>
    payload.updateGlobal({
      ...{ slug: slug as 'programme-page', data: { ...data, _status: 'published' } },
      overrideAccess: true,
    })
  await save('programme-page', {
    ...{ programmeName: 'N', trustName: 'T', hero: { title: 'T', lead: 'L' } },
    ...{ why: body, offer: body, mentorAgreement: points, menteeAgreement: points },
    facts: [{ figure: '1', text: 'W' }],
    pathways: [{ name: 'N', description: 'D' }],
    ...{ community: titled, training: titled },
    contact: { team: 'T', email: 'team@example.org', body },
  })
  await save('site-wording', {
    resources: { title: 'T', intro: body },
    ...{ howWeMatch: titled, privacy: titled, accessibility: titled },
  })
}
