import { removeCopiesOf } from '../database/copies.ts'
import { databaseFile } from '../settings.ts'

/** `npm run remove-copies`: removes the copies of the database that upgrades have made, at once. */

const gone = databaseFile ? await removeCopiesOf(databaseFile, 'all') : []
for (const file of gone) console.log(`Removed ${file}`)
if (gone.length === 0) console.log('There is no copy of the database from before an upgrade.')
