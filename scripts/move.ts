import { parseArgs } from 'node:util'

import { holdDataFolder, holdFile, InUse } from '../database/hold.ts'
import { moveInstallation } from '../database/move/move-installation.ts'
import { MoveRefused } from '../database/move/refused.ts'
import { MOVE_CHECKS, PACKED_FIELDS } from '../programme/moving.ts'
import { databaseFile, dataDir, secret } from '../settings.ts'

/**
 * `npm run move -- --to mongodb://…`: moves the installation from its SQLite file to MongoDB. It needs
 * the settings of the server (`PAYLOAD_SECRET`, `DATA_DIR`), and the server must be stopped.
 */

const USAGE = 'npm run move -- --to "mongodb://host/name?replicaSet=rs0" [--dry-run]'

const fail = (...lines: string[]): never => {
  for (const line of lines) console.error(line)
  process.exit(1)
}

const readOptions = () => {
  try {
    const options = { to: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
    return parseArgs({ options }).values
  } catch {
    return fail(`This is how to move an installation to MongoDB:\n  ${USAGE}`)
  }
}

const { to = '', 'dry-run': isDryRun = false } = readOptions()
if (!to) fail(`Say where to move to:\n  ${USAGE}`)
if (!secret) fail('PAYLOAD_SECRET is not set. Set it as for the server: links depend on it.')
const from =
  databaseFile ??
  fail('DATABASE_URL names no SQLite file. Only an installation in a SQLite file can be moved.')

try {
  holdDataFolder(dataDir)
  holdFile(from)
  const { documents, pictures, problems } = await moveInstallation({
    from,
    to,
    config: await (await import('../payload.config.ts')).default,
    packed: PACKED_FIELDS,
    checks: MOVE_CHECKS,
    isDryRun,
    say: console.log,
  })
  if (problems.length > 0) {
    fail(
      ...problems,
      `The move is not finished: ${problems.length} things are not right, see above. The file ${from} is as it was; start the server on it. To begin anew, drop the MongoDB database and move again.`,
    )
  }
  const moved = `${documents} records and ${pictures} files of pictures`
  console.log(
    isDryRun
      ? `Dry run: ${moved} can be moved. Nothing was written.`
      : `Moved and compared: ${moved}.

Set DATABASE_URL to the address you gave after --to, leave PAYLOAD_SECRET and DATA_DIR as they are, and start
the server. Pictures stay in DATA_DIR. The file ${from} was left as it was: keep it until you are content.`,
  )
  process.exit(0)
} catch (error) {
  if (error instanceof MoveRefused || error instanceof InUse) fail(error.message)
  throw error
}
