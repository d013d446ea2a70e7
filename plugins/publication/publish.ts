import { rm } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { inTransaction } from '@mentoring/kit/in-transaction'
import { Mutex } from 'async-mutex'
import type { PayloadRequest } from 'payload'

import { buildSite, newFolder } from './build-site.ts'
import {
  changesBetween,
  type Documents,
  findDocuments,
  readDocuments,
  stamped,
  writeDocuments,
} from './documents.ts'
import { noteFailure } from './failure.ts'
import { inEnglish } from './languages/index.ts'
import { liveSnapshot } from './live-snapshot.ts'
import { removeOldBuilds } from './old-builds.ts'
import {
  changePublication,
  createPublication,
  findPublications,
  removePublication,
  secondsSince,
} from './rows.ts'
import { settle } from './settle.ts'
import { folderOf, putUp, type SiteThatIsUp, siteThatIsUp } from './site-folder.ts'
import type { Change, DeclaredOptions, Publication } from './types.ts'
import { joined, namesOf, type Wish } from './wishes.ts'

const oneAtATime = new Mutex()
const wishes: Wish[] = []

/** When the last build of this process began, by the time that passes. */
let lastBegan = -Infinity

/** How long ago the last build of this process began, in seconds. */
export const secondsSinceBuild = (): number => (performance.now() - lastBegan) / 1000

/**
 * Brings the public site up to date with what is published. Those who wish it while another build runs are served
 * together by the next one. While an earlier publication is put back nothing happens. What becomes of it is kept as a
 * row in `publications`, for editors to see.
 */
export const publishSite = (
  req: PayloadRequest,
  options: DeclaredOptions,
  wish: Wish,
): Promise<void> => {
  wishes.push(wish)
  return oneAtATime.runExclusive(async () => {
    // The one before was for this wish too.
    if (!wishes.includes(wish)) return
    const { directory } = options
    const wished = joined(wishes.splice(0))
    await settle(req, directory, wished.isStart)
    // Another process may put up something else meanwhile: then it is looked at again.
    while ((await attempt(req, options, wished)) === 'overtaken');
    await removeOldBuilds(directory)
    await settle(req, directory)
  })
}

type Outcome = 'done' | 'overtaken'

const attempt = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  wish: ReturnType<typeof joined>,
): Promise<Outcome> => {
  const { directory } = options
  const up = siteThatIsUp(directory)
  if (up?.isHeld) return 'done'
  const startedAt = new Date().toISOString()
  const { by, cause, isForced, isLook } = wish
  const about = { cause, by: await namesOf(req, options, by), startedAt }
  let row: Publication | undefined
  let name: string | undefined
  try {
    const before = up && (await readDocuments(up.folder))
    // Read before the content: what changes in between is in the build, and looked at again by its own job.
    const found = await findDocuments(req, options, before)
    const { findings, snapshot } = await options.snapshot(req)
    const live = await liveSnapshot(directory)
    const isSame = live?.fingerprint === snapshot.fingerprint
    if (!isForced && isSame && (await isKnown(req, findings))) {
      await noteUnchanged(req, up!, before, found)
      return 'done'
    }
    lastBegan = performance.now()
    name = await newFolder(directory)
    const { fingerprint } = snapshot
    const changes = before ? changesBetween(before, found) : []
    row = await createPublication(req, {
      ...about,
      status: 'building',
      fingerprint,
      folder: name,
      changes,
    })
    const documents = stamped(found, startedAt)
    const facts = await buildSite({ ...options, documents, findings, name, snapshot })
    if (!(await putUp(directory, name, up))) return await giveWay(req, options, row, name)
    await finish(req, directory, row, facts)
    return 'done'
  } catch (error) {
    // What is up stays, whatever came after it went up.
    const isUp = name !== undefined && siteThatIsUp(directory)?.name === name
    if (isUp) throw error
    if (name) await rm(folderOf(directory, name), { recursive: true, force: true })
    await noteFailure(req, options, { ...about, id: row?.id, isLook }, withoutFolder(error, name))
    return 'done'
  }
}

/** Something else has gone up since this build began: what it would show may be older. */
const giveWay = async (
  req: PayloadRequest,
  { directory }: DeclaredOptions,
  row: Publication,
  name: string,
): Promise<Outcome> => {
  await rm(folderOf(directory, name), { recursive: true, force: true })
  if (siteThatIsUp(directory)?.isHeld) {
    const problem = inEnglish('heldMeanwhile')
    await changePublication(req, row.id, { status: 'failed', problem })
    return 'done'
  }
  await removePublication(req, row.id)
  return 'overtaken'
}

/** The row of a build that is up, and those of what was up before it. */
const finish = (
  req: PayloadRequest,
  directory: string,
  { id, startedAt }: Publication,
  facts: Partial<Publication>,
): Promise<void> =>
  inTransaction(req, async () => {
    const seconds = secondsSince(startedAt)
    await changePublication(req, id, { ...facts, status: 'live', seconds, problem: null })
    await settle(req, directory)
  })

/**
 * What was published changes nothing on the site. The publication that is up has it all the same: its editors are told
 * that it is live.
 */
const noteUnchanged = async (
  req: PayloadRequest,
  up: SiteThatIsUp,
  before: Documents | undefined,
  found: Documents,
): Promise<void> => {
  if (!before) return
  const changes = changesBetween(before, found)
  if (changes.length === 0) return
  const [row] = await findPublications(req, { status: { equals: 'live' } }, { limit: 1 })
  if (row) await changePublication(req, row.id, { changes: merge(row.changes ?? [], changes) })
  await writeDocuments(up.folder, stamped(found, new Date().toISOString()))
}

const merge = (known: Change[], added: Change[]): Change[] => {
  const nameOf = (change: Change) =>
    'global' in change ? change.global : `${change.collection}:${change.id}`
  const rest = [...known]
  for (const change of added) {
    const at = rest.findIndex((one) => nameOf(one) === nameOf(change))
    const { was } = rest[at] ?? change
    const next = { ...change, was }
    if (at < 0) rest.push(next)
    else rest[at] = next
  }
  return rest
}

/** Did the last publication go up and say the same? What is left out changes nothing on the site. */
const isKnown = async (req: PayloadRequest, findings: unknown[]): Promise<boolean> => {
  const ended = { status: { not_equals: 'building' } }
  const [last] = await findPublications(req, ended, { limit: 1 })
  return last?.status === 'live' && isDeepStrictEqual(last.findings ?? [], findings)
}

/** The same fault in another folder is the same. */
const withoutFolder = (error: unknown, name: string | undefined): Error => {
  const { message } = error as Error
  if (!name || !message.includes(name)) return error as Error
  return Object.assign(new Error(message.replaceAll(path.basename(name), '…')), { cause: error })
}
