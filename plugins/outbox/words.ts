import { asCode } from '@mentoring/kit/rights'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { optionsOf, templateOf, type Words } from './types.ts'

/** How the words of a message stand in lists, as its record says. */
type Shown = { order: number; label: string; group: string }

/**
 * The words a message goes out with: the published ones, never a draft. A message whose words are not
 * there yet has those it starts with.
 *
 * @throws when the project has no message of this name.
 */
export const publishedWords = async (req: PayloadRequest, name: string): Promise<Words> => {
  const template = templateOf(req.payload, name)
  const { docs } = await req.payload.find({
    ...asCode(req),
    collection: 'mail-words',
    where: { and: [{ name: { equals: name } }, { _status: { equals: 'published' } }] },
    limit: 1,
    pagination: false,
  })
  const { body, subject } = docs[0] ?? template
  return { body, subject }
}

/**
 * Brings the rows of words in step with the messages: a message that has none gets those it starts with,
 * and each has the title and place its record says. The words of the others are left alone.
 */
export const prepareWords = async (payload: Payload): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const { docs } = await payload.find({
    ...asCode(req),
    collection: 'mail-words',
    pagination: false,
    showHiddenFields: true,
  })
  for (const [order, template] of optionsOf(payload).templates.entries()) {
    const { body, group, label, name, subject } = template
    const row = docs.find((one) => one.name === name)
    const shown = { order, label, group }
    if (!row) {
      await payload.create({
        ...asCode(req),
        collection: 'mail-words',
        data: { name, ...shown, subject, body, _status: 'published' },
      })
    } else if (row.order !== order || row.label !== label || row.group !== group) {
      await showAs(payload, row.id, shown)
    }
  }
}

/** In the row and in the version that lists are made of, without making a new version. */
const showAs = async ({ db }: Payload, id: number | string, shown: Shown): Promise<void> => {
  await db.updateOne({ collection: 'mail-words', id, data: shown, returning: false })
  const { docs } = await db.findVersions<Words & Shown>({
    collection: 'mail-words',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  for (const { id: versionId, ...version } of docs) {
    await db.updateVersion<Words & Shown>({
      collection: 'mail-words',
      id: versionId,
      versionData: { ...version, version: { ...version.version, ...shown } },
    })
  }
}
