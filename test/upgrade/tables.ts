import { type Client, createClient, type Row } from '@libsql/client'

/** All rows of a database, by table and id. */
export type Tables = Map<string, Map<string, Row>>

/** Reads a whole database by SQL, as nobody's schema. */
export const readTables = (file: string): Promise<Tables> =>
  withClient(file, async (client) => {
    const tables: Tables = new Map()
    for (const name of await namesOfTables(client)) {
      const { rows } = await client.execute(`SELECT * FROM "${name}"`)
      tables.set(name, new Map(rows.map((row) => [String(row.id), row])))
    }
    return tables
  })

/** The schema of a database, in an order that does not depend on how it came about. */
export const readSchema = (file: string): Promise<Record<string, unknown>> =>
  withClient(file, async (client) => {
    const ask = async (pragma: string, table: string, drop: string[]) =>
      (await client.execute(`PRAGMA ${pragma}('${table}')`)).rows
        .map((row) => ({ ...row }))
        .map((row) =>
          Object.fromEntries(Object.entries(row).filter(([key]) => !drop.includes(key))),
        )
        .map((row) => JSON.stringify(row))
        .sort()
    const schema: Record<string, unknown> = {}
    for (const table of await namesOfTables(client)) {
      const { rows: indexes } = await client.execute(`PRAGMA index_list('${table}')`)
      const named = indexes.filter(({ origin }) => origin === 'c')
      schema[table] = {
        columns: await ask('table_info', table, ['cid']),
        foreignKeys: await ask('foreign_key_list', table, ['id']),
        indexes: Object.fromEntries(
          await Promise.all(
            named.map(async ({ name, unique }) => [
              name,
              [unique, await ask('index_info', String(name), ['cid'])],
            ]),
          ),
        ),
      }
    }
    return schema
  })

const namesOfTables = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  )
  return rows.map(({ name }) => String(name))
}

const withClient = async <T>(file: string, what: (client: Client) => Promise<T>): Promise<T> => {
  const client = createClient({ url: `file:${file}` })
  try {
    return await what(client)
  } finally {
    client.close()
  }
}
