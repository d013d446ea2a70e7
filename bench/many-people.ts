import { optionsOf } from '@mentoring/matching/operations'

import { boot } from '../test/helpers/boot.ts'
import { createMentee, createMentor } from '../test/helpers/people.ts'

const PAIRS = 100

/** An installation with a hundred proposals, and a hundred more that are all about one mentor with two places. */
export const fillForMany = async (place: {
  dataDir: string
  url: string
}): Promise<{ crowd: string[]; password: string; popular: string }> => {
  const app = await boot({ at: place })
  const { payload } = app
  const { slugs } = optionsOf(payload.config)
  const propose = async (mentor: string): Promise<string> => {
    const mentee = await createMentee(payload)
    const { id } = (await payload.db.create({
      collection: slugs.matches,
      data: {
        mentee: mentee.id,
        mentor,
        status: 'proposed',
        tier: 'country',
        tierLabel: 'Same country',
        score: 1,
        reasons: ['Both from Sudan', 'Both speak Arabic', 'Both in cardiology'],
        differences: [],
        isLocked: false,
        madeBy: 'run',
      },
    })) as { id: string }
    return id
  }
  for (let n = 0; n < PAIRS; n += 1) {
    await createMentor(payload)
    await createMentee(payload)
  }
  await app.rest('POST', '/matching/run', { as: 'coordinator', body: {} })
  const { id: popular } = await createMentor(payload, { name: 'Popular', capacity: 2 })
  const crowd: string[] = []
  for (let n = 0; n < PAIRS; n += 1) crowd.push(await propose(popular))
  await app.close()
  return { crowd, password: app.password, popular }
}
