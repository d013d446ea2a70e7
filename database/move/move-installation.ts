import { hostname } from 'node:os'
import path from 'node:path'

import type { Db } from 'mongodb'

import { isMongoURL, namesNoReplicaSet } from '../index.ts'
import { copyAll } from './copy.ts'
import { readTarget, removeMarker, writeMarker } from './marker.ts'
import { comparePictures, readPictures } from './pictures.ts'
import { type Move, planMove } from './plan.ts'
import { MoveRefused } from './refused.ts'
import { openSource, type Source } from './source.ts'
import { connect, openTarget } from './target.ts'
import type { MoveOptions, MoveResult } from './types.ts'
import { compareAll, findOldIds, missingIndexes } from './verify.ts'

/**
 * Moves an installation from its SQLite file to MongoDB: every record with its versions, passwords,
 * sessions, links and jobs. Pictures stay where they are. The file is only read. A move that was broken
 * off goes on where it stood. At the end both databases are compared record by record.
 *
 * @returns what was moved; with problems, the target is no installation: no server starts on it.
 * @throws MoveRefused when the move can't begin or go on.
 */
export const moveInstallation = async (options: MoveOptions): Promise<MoveResult> => {
  const { to } = options
  if (!isMongoURL(to) || namesNoReplicaSet(to)) {
    throw new MoveRefused(
      'The address to move to must be one of MongoDB with its replica set, like mongodb://host/name?replicaSet=rs0.',
    )
  }
  const source = await openSource(path.resolve(options.from), options.config)
  try {
    return await moveFrom(source, options)
  } finally {
    await source.close()
  }
}

const moveFrom = async (source: Source, options: MoveOptions): Promise<MoveResult> => {
  const { config, from, isDryRun = false, say = () => {}, to } = options
  const pictures = await readPictures(source.payload)
  if (pictures.missing.length > 0) {
    throw new MoveRefused(
      `Pictures are missing. Put the files back, or delete the pictures in the admin:\n${pictures.missing.join('\n')}`,
    )
  }
  const client = await connect(to)
  try {
    const db = client.db()
    const claim = { file: path.resolve(from), host: hostname(), fingerprint: source.fingerprint }
    const unfinished = await readTarget(db, claim)
    if (unfinished) {
      const isSame = unfinished.fingerprint === claim.fingerprint
      say(
        isSame
          ? `Going on with the unfinished move into "${db.databaseName}".`
          : `The file has changed since the unfinished move into "${db.databaseName}", so it begins anew.`,
      )
      if (!isSame && !isDryRun) await db.dropDatabase()
    }
    if (!isDryRun) await writeMarker(db, claim)
    const target = await openTarget(to, config, isDryRun)
    try {
      const move = await planMove(source.payload, target, options)
      const documents = await copyAll(move)
      const problems = isDryRun ? [] : await verify(move, db, pictures.hashes)
      if (problems.length === 0 && !isDryRun) await removeMarker(db)
      return { documents, pictures: pictures.hashes.size, problems }
    } finally {
      await target.destroy()
    }
  } finally {
    await client.close()
  }
}

const verify = async (move: Move, db: Db, pictures: Map<string, string>): Promise<string[]> => {
  const { checks, ids, packed, say = () => {}, source, target } = move
  say('Comparing both databases, record by record.')
  const problems = [
    ...(await compareAll(move)),
    ...(await missingIndexes(move)),
    ...(await findOldIds(db, (id) => ids.has(id), packed)),
    ...(await comparePictures(target, pictures)),
  ]
  for (const { check, name } of checks) {
    say(`Checking that ${name}.`)
    const problem = await check(source, target)
    if (problem) problems.push(problem)
  }
  return problems
}
