import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { createClient } from '@libsql/client'
import { afterEach, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'

const OLD = path.join(import.meta.dirname, 'fixtures/20261129_022623_what_nobody_reads.db.gz')

// MongoDB kept them as one document all along.
describe.skipIf(process.env.DATABASE_URL?.startsWith('mongodb'))(
  'settings that had a column for each criterion',
  () => {
    let app: Installation | undefined
    afterEach(() => app?.close())

    it('are what coordinators made them', async () => {
      app = await boot({
        before: async ({ url }) => {
          await writeFile(url.slice('file:'.length), gunzipSync(await readFile(OLD)))
          const client = createClient({ url })
          await client.execute(
            'UPDATE matching_settings SET points_topics = 77, points_site = 0, rules_gender_preference_of_mentor = 0',
          )
          client.close()
        },
      })
      const settings = await app.payload.findGlobal({
        slug: 'matching-settings',
        overrideAccess: true,
      })
      expect(settings.points).toEqual({
        topics: 77,
        languages: 20,
        pathway: 20,
        specialty: 20,
        arrival: 10,
        site: 0,
        meeting: 6,
      })
      expect(settings.rules).toEqual({
        genderPreferenceOfMentee: true,
        genderPreferenceOfMentor: false,
      })
    })
  },
)
