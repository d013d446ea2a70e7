import type { PayloadRequest } from 'payload'

import type { SignUpWordsOfBoth } from '../database/sign-up-words.ts'
import type { SignUpForm } from '../payload-types.ts'
import { isRole } from '../programme/clock/facts.ts'

/**
 * Gives the forms the words that an installation had before they were part of them; what it had left blank stays.
 * Past the rules of the fields: a draft or an older version may have let through what they refuse now, such as a link.
 *
 * @param how.isInHistory makes them the first version of the forms, so that nobody brings back what was never theirs
 */
export const reword = async (
  req: PayloadRequest,
  words: SignUpWordsOfBoth,
  how: { isInHistory?: boolean } = {},
): Promise<void> => {
  const { db } = req.payload
  const { docs } = await db.find<SignUpForm>({ collection: FORM, pagination: false, req })
  for (const { agreement, createdAt, id, intro, kind, title, updatedAt } of docs) {
    // Only these two were there before.
    if (!isRole(kind)) continue
    const said = words[kind]
    const data = {
      title: isSaid(said.title) ? said.title : title,
      intro: said.intro ?? intro,
      agreement: { ...agreement, consent: isSaid(said.consent) ? said.consent : agreement.consent },
    }
    const form = await db.updateOne({ collection: FORM, id, data, req })
    if (!how.isInHistory) continue
    await db.deleteVersions({ collection: FORM, where: { parent: { equals: id } }, req })
    const version = { versionData: form, parent: id, createdAt, updatedAt, autosave: false }
    await db.createVersion({ collectionSlug: FORM, ...version, req })
  }
}

const FORM = 'sign-up-forms'

const isSaid = (text: string | null | undefined): boolean => Boolean(text?.trim())
