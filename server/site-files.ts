import type { ReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

import { siteThatIsUp } from '@mentoring/publication/site-folder'
import sirv from 'sirv'

import { isHashed } from '../site/_config/manifest.ts'
import { type AnswerRedirect, redirectsIn } from './redirects.ts'
import { sendWhole } from './send-whole.ts'

/** What a name that says its content stands for never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Serves the built site that is up, from the moment it is: each publication is a folder that never changes, so what is
 * in it is looked up once. Text is sent as it was compressed when the site was built. Old addresses come before files.
 *
 * @param directory holds `current`, a link to the build that is up, with the site in its `public`
 * @returns a handler that leaves to `next` what is no file of the site
 */
export const siteFiles = (directory: string) => {
  let up: { build: string; redirect: AnswerRedirect; serve: ReturnType<typeof sirv> } | undefined
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const build = buildIn(directory)
    if (build === undefined) return next()
    if (up?.build !== build) {
      const folder = path.join(build, 'public')
      up = { build, redirect: redirectsIn(folder), serve: serveFolder(folder) }
    }
    if (up.redirect(request, response)) return
    // Pages are small; half a page is of no use to anybody.
    delete request.headers.range
    response.once('pipe', (file: ReadStream) => sendWhole(file, response))
    up.serve(request, response, next)
  }
}

const serveFolder = (folder: string) =>
  sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    dotfiles: false,
    setHeaders: (response, pathname) =>
      response.setHeader('cache-control', isHashed(pathname) ? FOR_EVER : 'no-cache'),
  })

/** Read each time: another process may put up the next one, or an earlier one again. */
const buildIn = (directory: string): string | undefined => {
  try {
    return siteThatIsUp(directory)?.folder
  } catch {
    return undefined
  }
}
