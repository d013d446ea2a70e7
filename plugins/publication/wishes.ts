import { asCode } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import { localAPI } from './local.ts'
import type { Cause, DeclaredOptions } from './types.ts'

/** What somebody wants of the next build. */
export type Wish = {
  cause: Cause
  /** Id of the member of staff who wants it. */
  by?: string
  /** Build even when the content is the one that is up, for example with new templates. */
  isForced?: boolean
  /** Nobody has changed anything: a failure that editors know already is not told again. */
  isLook?: boolean
}

/** Of several causes the first of these is told. */
const ORDER: readonly Cause[] = ['byHand', 'publish', 'schedule', 'rollback', 'start']

/** All wishes of one build. */
export const joined = (wishes: Wish[]) => ({
  cause: ORDER.find((cause) => wishes.some((wish) => wish.cause === cause)) ?? 'publish',
  by: [...new Set(wishes.flatMap(({ by }) => by ?? []))],
  isForced: wishes.some(({ isForced }) => isForced),
  isLook: wishes.every(({ isLook }) => isLook),
  isStart: wishes.some(({ cause }) => cause === 'start'),
})

/** The names of members of staff; those who are gone have none. */
export const namesOf = async (
  req: PayloadRequest,
  { nameOf }: DeclaredOptions,
  ids: string[],
): Promise<string | undefined> => {
  const collection = req.payload.config.admin.user
  const names: string[] = []
  for (const id of ids) {
    const ask = { ...asCode(req), collection, id, disableErrors: true } as const
    const user = await localAPI(req.payload).findByID(ask)
    const name = user && nameOf(user)
    if (name) names.push(name)
  }
  return names.join(', ') || undefined
}
