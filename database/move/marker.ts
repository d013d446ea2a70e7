import type { Db } from 'mongodb'

import { findFilledCollection } from '../lost.ts'
import { MoveRefused } from './refused.ts'

/** Collection that a target has while a move into it is not finished. */
export const MARKER = 'unfinished-move'

/** What is moved into this database: which file of which machine, and in which state. */
export type Marker = { _id: string; host: string; file: string; fingerprint: string }

const ID = 'move'

type Claim = Omit<Marker, '_id'>

/**
 * Looks whether a database can be moved into.
 *
 * @returns the marker of the unfinished move of this installation that it holds; nothing when it is empty.
 * @throws MoveRefused when it holds anything else.
 */
export const readTarget = async (db: Db, { file, host }: Claim): Promise<Marker | null> => {
  const marker = await db.collection<Marker>(MARKER).findOne({ _id: ID })
  if (marker) {
    if (marker.file === file && marker.host === host) return marker
    throw new MoveRefused(
      `The database "${db.databaseName}" holds an unfinished move of another installation (${marker.file} on ${marker.host}). Name another database, or drop this one.`,
    )
  }
  const filled = await findFilledCollection(db)
  if (!filled) return null
  throw new MoveRefused(
    `The database "${db.databaseName}" is not empty: "${filled}" has records. Name an empty one.`,
  )
}

/** Says in the target what is being moved into it. */
export const writeMarker = async (db: Db, claim: Claim): Promise<void> => {
  await db.collection<Marker>(MARKER).replaceOne({ _id: ID }, claim, { upsert: true })
}

/** The move is done: the target is an installation like any other. */
export const removeMarker = async (db: Db): Promise<void> => {
  await db.collection(MARKER).drop()
}

/** @throws when a move into this database was broken off, so that no server starts on half of the people. */
export const refuseUnfinishedMove = async (db: Db): Promise<void> => {
  const marker = await db.collection<Marker>(MARKER).findOne({ _id: ID })
  if (!marker) return
  throw new Error(
    `The database "${db.databaseName}" holds an unfinished move from ${marker.file}. Run "npm run move" again to finish it, or start the server on the file.`,
  )
}
