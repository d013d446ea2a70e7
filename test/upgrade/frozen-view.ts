import path from 'node:path'

import { createLocalReq, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'

/** What the people of an installation see of their data, and whom a run would match. */
export type FrozenView = {
  /** By address. */
  data: Record<string, { title: string; rows: { label: string; value: string }[] }[]>
  proposals: Sentences[]
}

type Sentences = { mentee: string; reasons: string[] } & Record<string, unknown>

type Person = { id: string; email: string }
type Proposal = { mentee: Person; mentor: Person; reasons: string[] } & Record<string, unknown>

/**
 * Reads each person's data page and lets a matching run propose, in the version of the folder it is started in.
 *
 * @param token of a coordinator
 */
export const frozenView = async (
  payload: Payload,
  config: SanitizedConfig,
  token: string,
): Promise<FrozenView> => {
  const { dataOf } = (await import(path.resolve('programme/people/data.ts'))) as {
    dataOf: (req: unknown, participant: unknown) => Promise<FrozenView['data'][string]>
  }
  const req = await createLocalReq({}, payload)
  const data: FrozenView['data'] = {}
  for (const role of ['mentor', 'mentee'] as const) {
    const { docs } = await payload.find({
      collection: `${role}s`,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    for (const person of docs) data[person.email] = await dataOf(req, { role, person })
  }
  const request = new Request('http://localhost:3000/api/matching/run', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
    body: '{}',
  })
  const answer = await handleEndpoints({ config, request })
  if (!answer.ok) throw new Error(await answer.text())
  const { docs } = await payload.find({
    collection: 'matches',
    where: { status: { equals: 'proposed' } },
    pagination: false,
    depth: 1,
    overrideAccess: true,
  })
  // Older versions have other types; what is read here they all have.
  const proposals = (docs as unknown as Proposal[])
    .map(({ differences, mentee, mentor, reasons, score, tier, tierLabel }) => ({
      mentee: mentee.email,
      mentor: mentor.email,
      tier,
      tierLabel,
      score,
      reasons,
      differences,
    }))
    .sort((one, other) => (one.mentee < other.mentee ? -1 : 1))
  return { data, proposals }
}
