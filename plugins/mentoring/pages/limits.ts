import type { PayloadRequest } from 'payload'

import { clientAddress } from '../../client-address.ts'
import { makeLimit } from '../../limit.ts'

/** A hospital's doctors often share one address on the internet; each looks at several pages. */
const clientLimit = makeLimit({ name: 'personal pages', uses: 600, seconds: 10 * 60 })

/**
 * Counts one use of a personal page.
 *
 * @returns `undefined` when it may go on, else the seconds to wait.
 */
export const secondsToWait = (req: PayloadRequest): Promise<number | undefined> =>
  clientLimit(clientAddress(req.headers))
