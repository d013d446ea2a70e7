import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest, Where } from 'payload'

import { type AnswerToken, isFindable, readToken, tokenOf } from './answer-token.ts'
import { editionInForce } from './editions/in-force.ts'
import { everyQuestion } from './editions/questions-of.ts'

/** The field with the choices among somebody's own answers. */
const INDEX = 'answerIndex'

const READS = new Set(['count', 'read', 'readDistinct'])

/** Deeper than anybody filters: what is deeper stays as it is, and is refused. */
const DEEPEST = 10

/**
 * Finds people by their own answers: `answerIndex contains |key=choice|`, `in` for one of several, and `|key=|` for
 * whoever has not answered. Each such condition becomes the ids of those whom it finds, before anything else reads the
 * filter.
 *
 * The field itself is closed to everybody. So whatever else is asked of it stays refused, and needs no list here: parts
 * of a token, other operators, an order, a way to it by related records, a change of all whom it finds. A condition on
 * a question whose answers staff do not see now is not taken up either. Answers that they were not to see when they
 * were given never come into the index: see `indexAnswers`. Together that is what a record shows, so nothing has to be
 * worked out anew when an edition is published.
 */
export const findByAnswers =
  (kind: string): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    const { where } = args as { where?: unknown }
    if (overrideAccess || !READS.has(operation) || !JSON.stringify(where)?.includes(INDEX))
      return args
    // Payload refuses whoever may not read; nothing is read for them here.
    if (!(await collection.access.read({ req }))) return args
    const edition = await editionInForce(req)
    const shown = everyQuestion(edition, kind).filter(isFindable)
    const keys = new Set(shown.map(({ name }) => name))
    const translated = await translate(where, { collection: collection.slug, req, shown: keys })
    return { ...args, where: translated } as typeof args
  }

type Place = { collection: CollectionSlug; req: PayloadRequest; shown: Set<string> }

/** The filter with ids in the place of each condition on answers. */
const translate = async (where: unknown, place: Place, depth = 0): Promise<unknown> => {
  if (typeof where !== 'object' || where === null || depth > DEEPEST) return where
  const parts: [string, unknown][] = []
  const found: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    if (/^(and|or)$/i.test(key) && Array.isArray(value)) {
      const all: unknown[] = []
      // One after the other: a transaction of MongoDB takes one operation at a time.
      for (const one of value as unknown[]) all.push(await translate(one, place, depth + 1))
      parts.push([key, all])
      continue
    }
    const tokens = key === INDEX ? tokensIn(value) : undefined
    if (tokens?.every((token) => place.shown.has(token.key))) {
      found.push(await findTokens(tokens, place))
    } else parts.push([key, value])
  }
  if (found.length === 0) return Object.fromEntries(parts)
  return parts.length === 0 ? found[0] : { and: [Object.fromEntries(parts), ...found] }
}

/** What a condition looks for; nothing when it asks anything else. */
const tokensIn = (condition: unknown): AnswerToken[] | undefined => {
  const [asked, ...others] = Object.entries(condition ?? {}) as [string, unknown][]
  if (!asked || others.length > 0) return undefined
  const [operator, raw] = asked
  // In an address a list can stand as one text.
  const texts = operator === 'in' && typeof raw === 'string' ? raw.split(',') : [raw].flat()
  if (!(operator === 'in' || (operator === 'contains' && texts.length === 1))) return undefined
  const tokens = texts.map(readToken)
  return tokens.length > 0 && tokens.every((token) => token !== undefined) ? tokens : undefined
}

const findTokens = async (tokens: AnswerToken[], place: Place): Promise<Where> => {
  const any: Where[] = []
  for (const token of tokens) {
    any.push(
      token.value === ''
        ? { id: { not_in: await idsWith(`|${token.key}=`, place) } }
        : { id: { in: await idsWith(tokenOf(token), place) } },
    )
  }
  return { or: any }
}

/** Nothing in a token is a wildcard to either database, and no two keys differ by case alone. */
const idsWith = async (text: string, { collection, req }: Place): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where: { [INDEX]: { contains: text } },
    select: { id: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}
