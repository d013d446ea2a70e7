import { writeFile } from 'node:fs/promises'

import { boot } from '../helpers/boot.ts'
import { seed } from './seed.ts'

/**
 * A process of its own: fills the empty installation of `DATABASE_URL` and `DATA_DIR` and writes how its
 * records are called, to the file named by the first argument.
 */
const { DATABASE_URL: url = '', DATA_DIR: dataDir = '' } = process.env
const app = await boot({ at: { dataDir, url } })
const names = await seed(app)
await writeFile(process.argv[2]!, JSON.stringify([...names]))
await app.close()
process.exit(0)
