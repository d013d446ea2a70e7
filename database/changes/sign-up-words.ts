import { createRecord } from '../records.ts'
import {
  SIGN_UP_WORDS,
  type SignUpWords,
  type SignUpWordsBefore,
  type SignUpWordsOfBoth,
} from '../sign-up-words.ts'
import type { ChangeOfData } from './types.ts'

const OURS = { globalType: 'site-wording' }
const PAGES = ['mentorSignUp', 'menteeSignUp']

/** Takes the words of the sign-up pages from those of the other pages, and keeps them for the forms. */
export const signUpWords: ChangeOfData = async ({ database, req, session }) => {
  const globals = database.collection('globals')
  const versions = database.collection('_site-wording_versions')
  const newest = async (status: string, more = {}) =>
    (
      await versions.findOne(
        { 'version._status': status, ...more },
        { session, sort: { updatedAt: -1 } },
      )
    )?.version as Page | undefined
  const published =
    (await globals.findOne<Page>({ ...OURS, _status: 'published' }, { session })) ??
    (await newest('published'))
  const draft = await newest('draft', { latest: true })
  if (published ?? draft) {
    const data: SignUpWordsBefore = {
      ...(published && { published: wordsOf(published) }),
      ...(draft && { draft: wordsOf(draft) }),
    }
    await createRecord(req, 'payload-kv', { key: SIGN_UP_WORDS, data })
  }
  const without = (prefix = '') => ({
    $unset: Object.fromEntries(PAGES.map((name) => [`${prefix}${name}`, ''])),
  })
  await globals.updateMany(OURS, without(), { session })
  await versions.updateMany({}, without('version.'), { session })
}

type Page = { mentorSignUp?: SignUpWords; menteeSignUp?: SignUpWords }

const wordsOf = ({ menteeSignUp, mentorSignUp }: Page): SignUpWordsOfBoth => ({
  mentor: mentorSignUp ?? {},
  mentee: menteeSignUp ?? {},
})
