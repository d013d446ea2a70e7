import { defineAction } from '@mentoring/kit/action'
import { guardPage } from '@mentoring/kit/guard-page'
import { Refused } from '@mentoring/kit/refused'
import { page } from '@mentoring/kit/respond'
import { withHead } from '@mentoring/kit/with-head'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { isComms } from '../../../collections/access.ts'
import { picturesDirectory } from '../../../settings.ts'
import { renderFault, renderMessage } from '../../../site/render.ts'
import { picturesIn } from '../../../site/snapshot.ts'
import { findNewest } from '../../content/record.ts'
import { currentSnapshot } from '../current-snapshot.ts'
import type { Which } from '../load-content.ts'
import { draftedSite, isPreviewed, renderDrafted } from './draft-content.ts'
import { endPreviewLinks, makePreviewLink, openPreviewLink } from './links.ts'

const guarded = (handler: (req: PayloadRequest) => Promise<Response>) =>
  guardPage(handler, {
    pages: async (req) => {
      const snapshot = await currentSnapshot(req)
      return { message: (content) => renderMessage({ snapshot, ...content }) }
    },
    faultPage: renderFault,
  })

const message = async (req: PayloadRequest, status: number, title: string, text: string) =>
  page(renderMessage({ snapshot: await currentSnapshot(req), title, paragraphs: [text] }), status)

const param = (req: PayloadRequest, name: string): string =>
  (req.routeParams?.[name] as string | undefined) ?? ''

/** The page on which somebody wants to see what stands on many. */
const wantedBy = (req: PayloadRequest) => req.searchParams.get('page') ?? undefined

/**
 * `GET /preview/COLLECTION/ID`: a draft as the site would show it, in the admin's frame. `?drafts` shows all others too,
 * `?page` says where.
 */
const showDraft = async (req: PayloadRequest): Promise<Response> => {
  if (!isComms({ req })) {
    const text = 'Log in to the admin, and open the preview from there.'
    return message(req, 403, 'You may not see this', text)
  }
  const [collection, id] = [param(req, 'collection'), param(req, 'id')]
  const doc = isPreviewed(collection) && (await findNewest(req, collection, id))
  if (!doc) return message(req, 404, 'Page not found', 'This record is not there any more.')
  const which: Which = req.searchParams.has('drafts') ? 'drafts' : 'published'
  const site = await draftedSite(req, { collection, doc }, which)
  const preview = { isLive: true, hasAllDrafts: which === 'drafts' }
  const html = await renderDrafted(site, preview, { wanted: wantedBy(req) })
  return html === undefined
    ? message(req, 404, 'There is nothing to show yet', 'This part of the site is on no page yet.')
    : page(html)
}

/** What an editor has typed, as the site would show it: asked for with each key stroke or so. */
const renderTyped = defineAction({
  path: '/preview/render',
  access: isComms,
  notAllowed: 'Only the comms team can see drafts.',
  body: z.strictObject({
    collection: z.string(),
    id: z.string(),
    data: z.record(z.string(), z.unknown()),
    hasAllDrafts: z.boolean().optional(),
    page: z.string().max(500).optional(),
  }),
  act: async (req, { collection, data, hasAllDrafts = false, id, page: wanted }) => {
    const kept = isPreviewed(collection) ? await findNewest(req, collection, id) : undefined
    if (!kept || !isPreviewed(collection)) {
      throw new Refused(404, 'This record is not there any more. Load the page again.')
    }
    const doc = { ...kept, ...data, id: kept.id }
    const site = await draftedSite(req, { collection, doc }, hasAllDrafts ? 'drafts' : 'published')
    const html = await renderDrafted(site, { isLive: true, hasAllDrafts }, { wanted })
    if (html === undefined) throw new Refused(404, 'There is nothing to show yet.')
    return { html }
  },
})

/** The draft that a link is for, or the page that says why there is none. */
const behindLink = async (req: PayloadRequest) => {
  const opened = await openPreviewLink(req, req.routeParams?.token)
  if (!opened) {
    return message(
      req,
      404,
      'This link does not work',
      'Check that you copied all of it, or ask whoever sent it to you for a new one.',
    )
  }
  if (opened.isOver) {
    return message(req, 410, 'This link has expired', 'Ask whoever sent it to you for a new one.')
  }
  const { collection, document, expiresAt } = opened.link
  const doc = isPreviewed(collection) && (await findNewest(req, collection, document))
  if (!doc)
    return message(req, 404, 'Page not found', 'What this link was for is not there any more.')
  return { site: await draftedSite(req, { collection, doc }), expiresAt }
}

/** `GET /preview/s/TOKEN`: the same for colleagues without an account, as it is at the moment. */
const showShared = async (req: PayloadRequest): Promise<Response> => {
  const found = await behindLink(req)
  if (found instanceof Response) return found
  const token = param(req, 'token')
  const pictureAt = (file: string) => `/preview/s/${token}/${encodeURIComponent(file)}`
  const how = { pictureAt, wanted: wantedBy(req) }
  const html = await renderDrafted(found.site, { until: found.expiresAt }, how)
  return html === undefined ? page(renderFault(), 404) : page(html)
}

/** `GET /preview/s/TOKEN/FILE`: a picture that the draft shows, and no other. */
const showSharedPicture = async (req: PayloadRequest): Promise<Response> => {
  const found = await behindLink(req)
  if (found instanceof Response) return found
  const wanted = param(req, 'file')
  const isShown = picturesIn(found.site.snapshot).some(({ file }) => file === wanted)
  const content = isShown
    ? await readFile(path.join(picturesDirectory, path.basename(wanted))).catch(() => undefined)
    : undefined
  if (!content) return new Response(null, { status: 404 })
  const type = { '.webp': 'image/webp', '.png': 'image/png', '.avif': 'image/avif' }[
    path.extname(wanted)
  ]
  return new Response(new Uint8Array(content), {
    headers: { 'content-type': type ?? 'image/jpeg', 'cache-control': 'no-store' },
  })
}

/** Drafts of the site, for editors beside their form, and by links for their colleagues. */
export const previewEndpoints: Endpoint[] = [
  makePreviewLink,
  endPreviewLinks,
  renderTyped,
  ...withHead([
    { path: '/preview/s/:token', method: 'get', handler: guarded(showShared) },
    { path: '/preview/s/:token/:file', method: 'get', handler: guarded(showSharedPicture) },
    { path: '/preview/:collection/:id', method: 'get', handler: guarded(showDraft) },
  ]),
]
