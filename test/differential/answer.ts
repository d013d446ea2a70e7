import { readFile, writeFile } from 'node:fs/promises'

import { newId } from '../../database/move/ids.ts'
import { boot } from '../helpers/boot.ts'
import { races } from './races.ts'
import { reads, type Request, writes } from './requests.ts'
import type { Names } from './seed.ts'

/**
 * A process of its own: starts the installation of `DATABASE_URL` and `DATA_DIR`, asks it all requests
 * and writes what it answered, one line each. Ids, times and secrets are written by what they are, so
 * that two installations can be compared.
 *
 * Its arguments are the file of names that `make.ts` has written, and the one to write to.
 */

/** How many reads are under way at a time. */
const AT_ONCE = 4

const said = (names: Names) => {
  const byId = new Map([...names].map(([name, id]) => [id, `{${name}}`]))
  let unknown = 0
  const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/g
  return (text: string, keepsOrder: boolean): string =>
    text
      .replace(/"(token|hash|salt|tokenHash|nonce|fingerprint)":"[^"]*"/g, '"$1":"…"')
      .replace(ID, (id) => {
        if (!byId.has(id)) {
          if (!keepsOrder) return '{another}'
          byId.set(id, `{another:${(unknown += 1)}}`)
        }
        return byId.get(id)!
      })
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z/g, (time) =>
        // What is seeded has whole minutes; the rest is counted from now.
        time.endsWith(':00.000Z') || time.endsWith(':00Z') ? time : 'now',
      )
}

const main = async (namesFile: string, file: string): Promise<void> => {
  const { DATABASE_URL: url = '', DATA_DIR: dataDir = '' } = process.env
  const seeded = JSON.parse(await readFile(namesFile, 'utf8')) as [string, string][]
  const isMoved = url.startsWith('mongodb')
  const names: Names = new Map(seeded.map(([name, id]) => [name, isMoved ? newId(id) : id]))
  const app = await boot({ at: { dataDir, url } })
  const normalise = said(names)
  const withIds = (text: string) =>
    text.replace(/\{([\w-]+:\d+)\}/g, (all, name: string) => names.get(name) ?? '0'.repeat(24))

  const ask = async (request: Request, keepsOrder: boolean): Promise<string> => {
    const answer = await app.rest(request.method, withIds(request.path), {
      as: request.as,
      headers: request.headers,
      form: request.form,
      body:
        request.body === undefined ? undefined : JSON.parse(withIds(JSON.stringify(request.body))),
    })
    const text = normalise(sorted(answer.json) ?? answer.text, keepsOrder)
    return JSON.stringify({ request, status: answer.status, text })
  }

  const lines: string[] = []
  const all = reads(app.payload.config)
  for (let i = 0; i < all.length; i += AT_ONCE) {
    lines.push(...(await Promise.all(all.slice(i, i + AT_ONCE).map((one) => ask(one, false)))))
  }
  for (const request of writes(app.payload.config)) lines.push(await ask(request, true))
  for (const [path, race] of races) {
    const text = JSON.stringify(await race(app))
    lines.push(JSON.stringify({ request: { method: 'POST', path }, status: 200, text }))
  }
  await writeFile(file, lines.join('\n'))
  await app.close()
}

/** JSON with its keys in one order; what is missing and what is null are one. */
const sorted = (json: unknown): string | undefined =>
  json === undefined
    ? undefined
    : JSON.stringify(json, (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(
              Object.entries(value)
                .filter(([, inner]) => inner !== null && inner !== undefined)
                .sort(([a], [b]) => (a < b ? -1 : 1)),
            )
          : value,
      )

await main(process.argv[2]!, process.argv[3]!)
process.exit(0)
