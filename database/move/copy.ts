import { asMongoDB } from '../adapters.ts'
import { eachChunk, mapOf, type Move } from './plan.ts'
import { insertMissing, toStored } from './target.ts'

/** Least time between two lines about one collection, in milliseconds. */
const PAUSE = 2000

/**
 * Writes every record into the target that it does not have yet. In a dry run nothing is written; the
 * documents are only made.
 *
 * @returns how many there are in all
 */
export const copyAll = async (move: Move): Promise<number> => {
  const { idsOf, isDryRun, parts, say = () => {}, target } = move
  const adapter = asMongoDB(target.db)
  let all = 0
  for (const part of parts) {
    const total = idsOf.get(part)!.length
    if (total === 0) continue
    let done = 0
    let written = 0
    let saidAt = Date.now()
    await eachChunk(move, part, async (documents) => {
      const stored = documents.map((document) =>
        toStored(adapter, part, mapOf(move, part, document)),
      )
      if (!isDryRun) written += await insertMissing(adapter, part, stored)
      done += documents.length
      if (Date.now() - saidAt < PAUSE) return
      saidAt = Date.now()
      say(`${part.name}: ${done} of ${total}`)
    })
    all += done
    say(`${part.name}: ${total}${isDryRun || written === total ? '' : ` (${written} of them now)`}`)
  }
  return all
}
