import type { PayloadRequest } from 'payload'

/**
 * Title, introduction and consent of the sign-up pages stood among the words of the other pages once. An upgrade takes
 * them from there and keeps them here for the start that follows, which writes the forms.
 */

/** What a sign-up page said; a draft may leave out any of it. `intro` is rich text. */
export type SignUpWords = { title?: string | null; intro?: object | null; consent?: string | null }

export type SignUpWordsOfBoth = Record<'mentee' | 'mentor', SignUpWords>

/** What was published, and what was saved after that and not published. */
export type SignUpWordsBefore = {
  published?: SignUpWordsOfBoth
  draft?: SignUpWordsOfBoth
}

/** Under which name they are kept. */
export const SIGN_UP_WORDS = 'sign-up-words'

/** Takes them out again; there are none where nothing was before. */
export const takeSignUpWords = async (req: PayloadRequest): Promise<SignUpWordsBefore> => {
  const collection = 'payload-kv'
  const where = { key: { equals: SIGN_UP_WORDS } }
  const { db } = req.payload
  const kept = await db.findOne<{ id: string; data: SignUpWordsBefore }>({ collection, where, req })
  if (kept) await db.deleteOne({ collection, where, req })
  return kept?.data ?? {}
}
