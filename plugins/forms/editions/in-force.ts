import type { Payload, PayloadRequest } from 'payload'

import type { Definition, Edition } from './types.ts'

/**
 * The edition that is in force: forms and lists as they were published last. The database is asked for its number once
 * in each request, because another server may have published, and for the rest only when the number is new. One
 * request goes by one edition from its beginning to its end.
 *
 * Outside any transaction: an edition that is being published does not count before it is kept.
 *
 * @throws when none has been published, which a start sees to
 */
export const editionInForce = (req: Pick<PayloadRequest, 'payload'>): Promise<Edition> => {
  const asked = ofRequests.get(req) ?? askFor(req.payload)
  ofRequests.set(req, asked)
  return asked
}

const ofRequests = new WeakMap<object, Promise<Edition>>()

const askFor = async (payload: Payload): Promise<Edition> => {
  const edition = await findEdition(payload)
  if (!edition) throw new Error('No edition of the forms has been published yet.')
  return edition
}

/** The edition in force at this moment; nothing when there is none. */
export const findEdition = (payload: Payload): Promise<Edition | undefined> => {
  // Everything that asks at one moment asks once.
  const asked = underWay.get(payload) ?? look(payload).finally(() => underWay.delete(payload))
  underWay.set(payload, asked)
  return asked
}

const underWay = new WeakMap<Payload, Promise<Edition | undefined>>()

const look = async (payload: Payload): Promise<Edition | undefined> => {
  const { docs } = await payload.db.find<Pick<Row, 'number'>>({
    collection: 'form-editions',
    sort: '-number',
    limit: 1,
    pagination: false,
    select: { number: true },
  })
  return docs[0] && editionOf(payload, docs[0].number)
}

type Row = { number: number; definition: Definition }

/** So many editions are remembered, those that were asked for last; one is some hundred KB. */
const REMEMBERED = 10

/** Editions never change. */
const known = new WeakMap<Payload, Map<number, Edition>>()

/** An edition by its number, such as the one that somebody has begun to fill in. */
export const editionOf = async (payload: Payload, number: number): Promise<Edition | undefined> => {
  const editions = known.get(payload) ?? new Map<number, Edition>()
  known.set(payload, editions)
  const edition = editions.get(number) ?? (await read(payload, number))
  if (!edition) return undefined
  // The last one asked for comes last; the first of too many goes.
  editions.delete(number)
  editions.set(number, edition)
  const [oldest] = editions.keys()
  if (editions.size > REMEMBERED) editions.delete(oldest!)
  return edition
}

/**
 * The edition that somebody goes on with who has begun to fill in an older one: that one, unless a newer one was
 * published to replace it.
 */
export const editionToFinish = async (
  req: Pick<PayloadRequest, 'payload'>,
  begun: number,
): Promise<Edition> => {
  const inForce = await editionInForce(req)
  if (inForce.number === begun) return inForce
  const { docs } = await req.payload.db.find({
    collection: 'form-editions',
    where: { and: [{ number: { greater_than: begun } }, { mustReplace: { equals: true } }] },
    limit: 1,
    pagination: false,
    select: { number: true },
  })
  return docs.length > 0 ? inForce : ((await editionOf(req.payload, begun)) ?? inForce)
}

const read = async (payload: Payload, number: number): Promise<Edition | undefined> => {
  const { docs } = await payload.db.find<Row>({
    collection: 'form-editions',
    where: { number: { equals: number } },
    limit: 1,
    pagination: false,
    select: { number: true, definition: true },
  })
  return docs[0] && { ...docs[0].definition, number: docs[0].number }
}

/** What a key of a list is called; the key itself when it is not known. @example labelIn(edition, 'sites', 'lgi') */
export const labelIn = (
  { lists }: Pick<Definition, 'lists'>,
  list: string,
  key: string | null | undefined,
): string => lists[list]?.choices.find((choice) => choice.key === key)?.label ?? key ?? ''
