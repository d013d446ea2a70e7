import { rm } from 'node:fs/promises'

import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import { LONGEST_BUILD } from './build-site.ts'
import { readFacts } from './facts.ts'
import { inEnglish } from './languages/index.ts'
import { changePublication, findPublications } from './rows.ts'
import { buildsIn, folderOf, siteThatIsUp } from './site-folder.ts'
import type { Publication } from './types.ts'

/** A row that says “building” for longer than that, in milliseconds, belongs to a process that is gone. */
const LONGEST_WORK = LONGEST_BUILD + 30_000

/**
 * Makes the rows say what is on the disk. Which site is up stands there alone, so whatever a process that died has left
 * half done, this finishes: a build that had gone up is live, one that had not has failed, in words.
 *
 * @param isStart nothing is being built: this process has just started
 */
export const settle = async (
  req: PayloadRequest,
  directory: string,
  isStart = false,
): Promise<void> => {
  const up = siteThatIsUp(directory)
  const there = new Set(buildsIn(directory))
  const rows = await findPublications(req, {
    or: [
      { status: { in: ['building', 'live', 'kept'] } },
      // A folder that was away for a while is there again.
      { and: [{ status: { equals: 'gone' } }, { folder: { in: [...there] } }] },
    ],
  })
  // Several may have the same build: the last one has put it up.
  const live =
    rows.find((row) => up && row.folder === up.name && (isUp(row) || isLeft(row, isStart))) ??
    // Of an earlier version, which did not note where it was built.
    rows.find((row) => row.status === 'live' && !row.folder)
  const changes: [Publication, Partial<Publication>][] = []
  for (const row of rows) {
    if (row.status === 'building') {
      if (row === live) changes.push([row, await finished(directory, row)])
      else if (isLeft(row, isStart)) changes.push([row, LEFT])
      continue
    }
    const status =
      row === live ? 'live' : row.folder && there.has(row.folder) ? 'kept' : ('gone' as const)
    if (row.status !== status) changes.push([row, { status }])
  }
  if (changes.length === 0) return
  await inTransaction(req, async () => {
    for (const [{ id }, change] of changes) await changePublication(req, id, change)
  })
  for (const [{ folder, putBack }, { status }] of changes) {
    const isOwn = folder && status === 'failed' && !putBack
    if (isOwn) await rm(folderOf(directory, folder), { recursive: true, force: true })
  }
}

const isUp = ({ status }: Publication): boolean => status !== 'building'

const isLeft = ({ startedAt, status }: Publication, isStart: boolean): boolean =>
  status === 'building' &&
  // A clock that was ahead is no reason to wait.
  (isStart || Math.abs(Date.now() - Date.parse(startedAt)) > LONGEST_WORK)

const LEFT = { status: 'failed', problem: inEnglish('leftBehind') } as const

const finished = async (directory: string, row: Publication): Promise<Partial<Publication>> => ({
  status: 'live',
  ...(await readFacts(folderOf(directory, row.folder!))),
})
