import type { PayloadRequest } from 'payload'

/** What is stated on each call of the Local API; related records stay ids. */
type Rights = { depth: 0; overrideAccess: boolean; req: PayloadRequest }

/** The call has the rights of the one who asks. */
export const asAsker = (req: PayloadRequest): Rights => ({ depth: 0, overrideAccess: false, req })

/**
 * The code itself calls, whoever asks.
 *
 * @example await req.payload.find({ ...asCode(req), collection: 'orders', where })
 */
export const asCode = (req: PayloadRequest): Rights => ({ depth: 0, overrideAccess: true, req })
