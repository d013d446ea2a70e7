import { BasePayload } from 'payload'

/**
 * Upgrades the file it is given, and stops for ever in the last of the migrations, which are all in one
 * transaction. For the test that kills it there.
 */
process.env.PAYLOAD_SECRET = 'only for tests'
process.env.DATABASE_URL = `file:${process.argv[2]}`

const { migrations } = await import('../../migrations/index.ts')
migrations.push({
  name: '29990101_stuck',
  up: async ({ db }) => {
    const { sql } = await import('@payloadcms/db-sqlite')
    await db.run(sql`UPDATE mentors SET name = 'changed'`)
    console.log('in the middle')
    await new Promise((resolve) => setTimeout(resolve, 600_000))
  },
  down: async () => {},
})
const config = await (await import('../../payload.config.ts')).default
await new BasePayload().init({ config, disableOnInit: true })
