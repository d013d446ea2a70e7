import { setTimeout as sleep } from 'node:timers/promises'

import { isLostConflict, waitAfter } from '@mentoring/kit/lost-conflict'
import {
  addDataAndFileToRequest,
  APIError,
  getDataLoader,
  type PayloadHandler,
  type PayloadRequest,
} from 'payload'

import { steadyError } from './steady-error.ts'
import { HalfDone } from './all-or-none.ts'

/** How often a request is tried that lost against another one. */
const TRIES = 8

/** What is said when it lost each time. */
const SAME_MOMENT = 'Somebody saved this at the same moment. Try again.'

/**
 * A handler of Payload’s own, which keeps all or nothing, tried again from the start when it lost a
 * conflict against another request. What it was sent is read once and kept for that. The one who
 * asked hears of it only when it lost every time.
 */
export const tryAgain =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const again = await keepBody(req)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await handler(req)
      } catch (error) {
        const isLost = isLostConflict(error)
        if (!isLost && !(error instanceof HalfDone)) throw steadyError(error)
        if (attempt === TRIES) throw isLost ? sameMoment() : error
        await sleep(waitAfter(attempt))
        again()
      }
    }
  }

/** A handler that tries again by itself: what it loses all the same is said as such. */
export const sayConflict =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    try {
      return await handler(req)
    } catch (error) {
      throw isLostConflict(error) ? sameMoment() : error
    }
  }

const sameMoment = () => new APIError(SAME_MOMENT, 409, undefined, true)

/** Keeps what a request was sent, and gives what makes the request as it was when it came. */
const keepBody = async (req: PayloadRequest): Promise<() => void> => {
  const takeBody = isForm(req) ? await keepForm(req) : await keepText(req)
  const query = structuredClone(req.query)
  const reset = () => {
    takeBody()
    req.query = structuredClone(query)
    req.context = {}
    // What was read in the transaction that was ended may not be so.
    req.payloadDataLoader = getDataLoader(req)
  }
  reset()
  return reset
}

const hasBody = ({ body, method = '' }: PayloadRequest): boolean =>
  Boolean(body) && ['PATCH', 'POST', 'PUT'].includes(method)

/** The pages of the admin send forms, with a picture or without. */
const isForm = (req: PayloadRequest): boolean =>
  hasBody(req) && (req.headers.get('content-type') ?? '').startsWith('multipart/')

const keepForm = async (req: PayloadRequest): Promise<() => void> => {
  await readForm(req)
  const { data, file, files } = req
  // Read as it is now; Payload would try to read it a second time.
  Object.defineProperty(req, 'body', { value: null })
  return () => {
    req.data = structuredClone(data)
    req.file = file && { ...file }
    req.files = files
  }
}

/** What a form holds can be anything: what Payload can't take apart is the sender's fault. */
const readForm = async (req: PayloadRequest): Promise<void> => {
  try {
    await addDataAndFileToRequest(req)
  } catch (error) {
    if (error instanceof APIError && error.status < 500) throw error
    throw new APIError('This form can’t be read. Load the page again.', 400, undefined, true)
  }
}

const keepText = async (req: PayloadRequest): Promise<() => void> => {
  const text = hasBody(req) ? await req.text?.() : undefined
  return () => {
    req.data = undefined
    if (text === undefined) return
    req.text = async () => text
    req.json = async () => JSON.parse(text) as unknown
  }
}
