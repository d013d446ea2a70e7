import { randomInt, timingSafeEqual } from 'node:crypto'

import { clientAddress } from '@mentoring/kit/client-address'
import { keepCount, makeLimit, refuseAfter } from '@mentoring/kit/limit'
import { APIError, type CollectionBeforeOperationHook, type Field, type Payload } from 'payload'

/** Guesses of one client; the code has 60 bits. */
const guesses = makeLimit({ name: 'first administrator', uses: 10, seconds: 10 * 60 })

/** Letters and digits that are not taken for each other. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Where the code of this process is kept, for every copy of this module. */
type Custom = { firstAdministratorCode?: string }

/**
 * While there is no staff, whoever reads the server's log may make the first account, and nobody
 * else: makes the code for it, a new one at each start.
 *
 * @returns nothing when there is staff
 */
export const makeFirstAdministratorCode = async (payload: Payload): Promise<string | undefined> => {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs > 0) return undefined
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]!)
  const code = [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
  ;(payload.config.custom as Custom).firstAdministratorCode = code
  return code
}

/** The question for the code, on the page that makes the first account and nowhere else. */
export const codeField: Field = {
  name: 'code',
  type: 'text',
  virtual: true,
  label: 'Code from the server’s log',
  access: { read: () => false, update: () => false },
  admin: {
    condition: (_data, _siblings, { user }) => !user,
    // Else Payload shows a field that is not kept as one that can't be filled in.
    readOnly: false,
    description: 'The server has printed it when it started: look for “first administrator”.',
    disableListColumn: true,
    disableListFilter: true,
  },
}

/** Refuses the first account to whoever does not know the code. What runs on the server itself may. */
export const requireCode: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' || req.payloadAPI === 'local' || req.user) return args
  refuseAfter(await guesses.use(req, clientAddress(req.headers)))
  const custom = req.payload.config.custom as Custom
  const { code: given, ...data } = (args as { data: { code?: unknown } }).data
  if (!custom.firstAdministratorCode || !isSame(given, custom.firstAdministratorCode)) {
    await keepCount(req)
    throw new APIError(
      'This is not the code. The server prints it at each start, while there is no staff.',
      403,
      undefined,
      true,
    )
  }
  return { ...args, data }
}

/** However it was typed; takes the same time whatever was. */
const isSame = (given: unknown, code: string): boolean => {
  const typed = (typeof given === 'string' ? given : '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  const wanted = code.replaceAll('-', '')
  const padded = typed.padEnd(wanted.length).slice(0, wanted.length)
  return timingSafeEqual(Buffer.from(padded), Buffer.from(wanted)) && typed.length === wanted.length
}
