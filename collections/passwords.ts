import crypto from 'node:crypto'
import { promisify } from 'node:util'

/** Shortest password of staff, in characters: they see special-category data. */
export const SHORTEST_PASSWORD = 12

/** Longer ones are not looked at as a whole: that takes seconds. */
const LONGEST_JUDGED = 100

/** Of 0 to 4: from here on it takes a thief of the database more than a hundred million tries. */
const LEAST_STRENGTH = 3

/**
 * What is wrong with a password that somebody chooses.
 *
 * @param about words that a stranger would try first, such as the person's name and address
 */
export const problemWithPassword = async (
  password: string,
  about: string[],
): Promise<string | undefined> => {
  if (password.length < SHORTEST_PASSWORD) {
    return `Use a password of at least ${SHORTEST_PASSWORD} characters`
  }
  const judge = await (judges ??= makeJudge())
  const { score } = judge.check(password.slice(0, LONGEST_JUDGED), about)
  return score >= LEAST_STRENGTH
    ? undefined
    : 'This password is easy to guess. Use three or four words that have nothing to do with each other'
}

// The lists of common passwords and words take a while to read: only when somebody chooses one.
let judges: ReturnType<typeof makeJudge> | undefined
const makeJudge = async () => {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
}

/** How Payload hashes: the start of a hash names the way, hashes of older versions have none. */
const WAYS = [
  { prefix: 'pbkdf2-sha256-v1:', rounds: 600_000, length: 32 },
  { prefix: '', rounds: 25_000, length: 512 },
] as const

const derive = (password: string, salt: string, rounds: number, length: number): Promise<Buffer> =>
  promisify(crypto.pbkdf2)(password, salt, rounds, length, 'sha256')

/** The work of checking a password where there is none to check: time must not tell. */
export const workInVain = async (password: string): Promise<void> => {
  await derive(password, 'nobody', WAYS[0].rounds, WAYS[0].length)
}

/** Is this the password behind a hash of Payload's? */
export const isPassword = async (
  password: unknown,
  { hash, salt }: { hash?: string | null; salt?: string | null },
): Promise<boolean> => {
  if (typeof password !== 'string' || !hash || !salt) return false
  const { length, prefix, rounds } = WAYS.find((way) => hash.startsWith(way.prefix))!
  const kept = Buffer.from(hash.slice(prefix.length), 'hex')
  const made = await derive(password, salt, rounds, length)
  return kept.length === made.length && crypto.timingSafeEqual(kept, made)
}
