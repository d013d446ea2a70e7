import type { PayloadHandler, PayloadRequest } from 'payload'

import { waitInWords } from './limit.ts'
import { limitFailures } from './mail-limits.ts'
import { json, page, wantsJSON } from './respond.ts'

type GuardPages = {
  /** The page with which somebody is asked to wait. */
  pages: (req: PayloadRequest) => Promise<{
    message: (content: { title: string; paragraphs: string[] }) => string
  }>
  /** Tells of a fault, without the database. */
  faultPage: (req: PayloadRequest) => string
}

/**
 * A door of the public site. Whoever asks again and again for what does not exist waits; a fault before
 * a page can be made is told by a page that needs no database.
 */
export const guardPage =
  (
    handler: (req: PayloadRequest) => Promise<Response>,
    { faultPage, pages }: GuardPages,
  ): PayloadHandler =>
  async (req) => {
    try {
      return await limitFailures(req, await handler(req), async (wait) => {
        const headers = { 'retry-after': String(wait) }
        const text = `Wait ${waitInWords(wait)}, then try again.`
        if (wantsJSON(req.headers)) return json({ message: text }, 429, headers)
        const { message } = await pages(req)
        return page(message({ title: 'Too many tries', paragraphs: [text] }), 429, headers)
      })
    } catch (error) {
      const reason = (error as Error).name
      req.payload.logger.error({ msg: 'A page of the public site failed', reason })
      return page(faultPage(req), 500)
    }
  }
