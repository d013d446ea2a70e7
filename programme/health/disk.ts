import { statfs } from 'node:fs/promises'
import path from 'node:path'

import { databaseFile, dataDir } from '../../settings.ts'

/** Below this share of the disk, or this many bytes if that is less, staff are warned. */
const WARNING = { share: 0.2, bytes: 2e9 }

/** Below this, the health of the server is bad: the next publication or upload may fill it. */
const FLOOR = { share: 0.05, bytes: 200e6 }

/** How full the fullest disk is that the installation writes to. */
export type Disk = { freeBytes: number; isLow: boolean; isAlmostFull: boolean }

/** Looks at the disks of the data folder and, where it is a file, of the database. */
export const lookAtDisk = async (): Promise<Disk> => {
  const folders = databaseFile ? [dataDir, path.dirname(databaseFile)] : [dataDir]
  const disks = await Promise.all(folders.map(lookAt))
  return disks.reduce((one, other) => (other.freeBytes < one.freeBytes ? other : one))
}

const lookAt = async (folder: string): Promise<Disk> => {
  const { bavail, bsize, blocks, ffree, files } = await statfs(folder)
  // A disk can also run out of files; some kinds have no number for them.
  const freeBytes = files > 0 && ffree === 0 ? 0 : bavail * bsize
  const isBelow = ({ bytes, share }: typeof FLOOR) =>
    freeBytes < Math.min(bytes, share * blocks * bsize)
  return { freeBytes, isLow: isBelow(WARNING), isAlmostFull: isBelow(FLOOR) }
}
