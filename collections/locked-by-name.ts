import type { AfterErrorHook, CollectionConfig, PayloadRequest, Plugin } from 'payload'

/** What Payload says of a record that a colleague has open. */
const LOCKED =
  /Document with ID (\S+) is currently locked(?: by another user)? and cannot be (?:updated|deleted|modified)\./

/** Whoever can’t save because a colleague has the record open is told who it is, and not an id of the record. */
export const lockedByName: Plugin = (config) => ({
  ...config,
  hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), sayWho] },
})

const sayWho: AfterErrorHook = async ({ collection, req, result }) => {
  const { errors } = (result ?? {}) as { errors?: { message?: string }[] }
  const message = errors?.[0]?.message
  const [sentence, id] = LOCKED.exec(message ?? '') ?? []
  if (!collection || !message || !sentence || !id) return
  const text = message.replace(sentence, await whoHas(req, collection, id))
  return { response: { errors: [{ ...errors[0], message: text }] } }
}

const whoHas = async (
  req: PayloadRequest,
  { admin, slug }: Pick<CollectionConfig, 'admin' | 'slug'>,
  id: string,
): Promise<string> => {
  const { db } = req.payload
  const [note, record] = await Promise.all([
    db.findOne<{ id: string; user?: { value?: string } }>({
      collection: 'payload-locked-documents',
      where: {
        and: [{ 'document.relationTo': { equals: slug } }, { 'document.value': { equals: id } }],
      },
    }),
    db.findOne<{ id: string }>({ collection: slug as 'users', where: { id: { equals: id } } }),
  ])
  const user = note?.user?.value
  const staff = user
    ? await db.findOne<{ id: string; name: string }>({
        collection: 'users',
        where: { id: { equals: user } },
      })
    : undefined
  const title = (record as Record<string, unknown> | null)?.[admin?.useAsTitle ?? 'id']
  const what = typeof title === 'string' && title !== id ? `“${title}”` : 'this record'
  return `${staff?.name ?? 'A colleague'} has ${what} open and may be changing it. Ask them to save, or try again in 5 minutes.`
}
