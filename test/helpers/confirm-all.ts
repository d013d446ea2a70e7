import { optionsFor } from '@mentoring/matching/operations'

import { confirmProposal } from '../../plugins/matching/operations/introduce.ts'
import { boot } from './boot.ts'

/**
 * A process of its own that confirms proposals, all at once, when it is told to: it is given the address
 * of the database, a data folder and the ids, says `ready`, and answers to a line on its standard input
 * with how each ended.
 */
const [url, dataDir, ...matches] = process.argv.slice(2)
const app = await boot({ at: { dataDir: dataDir!, url: url! } })
process.stdout.write('ready\n')
process.stdin.once('data', () => {
  void Promise.all(
    matches.map(async (match) => {
      try {
        const req = await app.reqAs('coordinator')
        await confirmProposal(req, await optionsFor(req), match)
        return 'introduced'
      } catch (error) {
        return (error as { rule?: string }).rule ?? (error as Error).message
      }
    }),
  ).then((outcomes) => {
    process.stdout.write(`${JSON.stringify(outcomes)}\n`, () => process.exit())
  })
})
