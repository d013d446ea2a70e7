import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { PUBLICATION_QUEUE } from '@mentoring/publication'

import type { Installation, JSONBody } from './boot.ts'

/** The public site of an installation and its publications, as tests see and change them. */
export const publicationsOf = (app: Installation) => ({
  /** Runs the jobs that wait. */
  publish: () =>
    app.payload.jobs.run({
      queue: PUBLICATION_QUEUE,
      limit: 50,
      silent: true,
      overrideAccess: true,
    }),
  /** What visitors get. */
  page: (file: string) =>
    readFile(path.join(app.dataDir, 'site', 'current', 'public', file), 'utf8'),
  /** As the comms team sees them, the newest first. */
  rows: async (): Promise<JSONBody[]> =>
    (await app.rest('GET', '/publications?limit=0&sort=-number', { as: 'comms' })).json.docs,
  saveLink: async (title: string, id?: string): Promise<string> => {
    const { json, status } = await app.rest(
      id ? 'PATCH' : 'POST',
      `/resource-links${id ? `/${id}` : ''}`,
      {
        as: 'comms',
        body: {
          title,
          url: 'https://example.org/guide',
          audience: 'Everyone',
          description: 'What to know',
          _status: 'published',
        },
      },
    )
    if (status >= 300) throw new Error(JSON.stringify(json))
    return json.doc.id
  },
  becameOf: async (id: string): Promise<JSONBody> =>
    (await app.rest('GET', `/publications/latest?for=resource-links:${id}`, { as: 'comms' })).json,
  putBack: (id: string) => app.rest('POST', `/publications/${id}/put-back`, { as: 'comms' }),
  goOn: () => app.rest('POST', '/publish/go-on', { as: 'comms' }),
})
