import type { PayloadRequest } from 'payload'

/** For each list the keys of choices that were merged, each with the key that stands for it now. */
export type Merged = Map<string, Map<string, string>>

type ChoiceRecord = { list: string; key: string; mergedInto?: string | null }

/** What has become of the choices that were merged, over several steps too. */
export const mergedAmong = (choices: ChoiceRecord[]): Merged => {
  const steps: Merged = new Map()
  for (const { key, list, mergedInto } of choices) {
    if (!mergedInto) continue
    if (!steps.has(list)) steps.set(list, new Map())
    steps.get(list)!.set(key, mergedInto)
  }
  const ends = (next: Map<string, string>) =>
    new Map([...next.keys()].map((key) => [key, endOf(key, next)]))
  return new Map([...steps].map(([list, next]) => [list, ends(next)]))
}

/** Merging makes no circle; this would end in one all the same. */
const endOf = (key: string, next: Map<string, string>): string => {
  let end = key
  for (let step = 0; step < next.size && next.has(end); step += 1) end = next.get(end)!
  return end
}

/** Reads what was merged, as it is in the transaction of `req`: it counts at once, before the forms are published. */
export const loadMerged = async (req: PayloadRequest): Promise<Merged> => {
  const { docs } = await req.payload.db.find<ChoiceRecord & { id: string }>({
    collection: 'choices',
    where: { mergedInto: { exists: true } },
    select: { list: true, key: true, mergedInto: true },
    limit: 0,
    pagination: false,
    req,
  })
  return mergedAmong(docs)
}
