/**
 * In the frame beside an editor's form: shows what is typed as the site would show it. The admin sends all values with
 * each change; the server makes the page of them by the site's own templates.
 */

import { createAll, Header } from 'nhsuk-frontend'

/** Milliseconds of rest before a change is sent on: people type faster than a page can be read. */
const REST = 150

type Sent = { collectionSlug?: string; data?: Record<string, unknown>; type?: string }

let waiting: ReturnType<typeof setTimeout> | undefined
/** Number of the last change that was sent: an answer to one before it is out of date. */
let last = 0

const show = (html: string): void => {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const isOpen = new Set(
    [...document.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent),
  )
  const scrolled = window.scrollY
  for (const part of ['header', 'main', 'footer']) {
    const [now, then] = [document, next].map((doc) => doc.querySelector(part))
    if (now && then) now.replaceWith(then)
  }
  // Its menu is fitted to the width by a script, as on the site.
  createAll(Header)
  document.body.className = `${next.body.className} js-enabled nhsuk-frontend-supported`
  document.title = next.title
  for (const summary of document.querySelectorAll('details > summary')) {
    if (isOpen.has(summary.textContent)) summary.parentElement!.setAttribute('open', '')
  }
  window.scrollTo({ top: scrolled })
}

const render = async (collection: string, data: Record<string, unknown>): Promise<void> => {
  last += 1
  const number = last
  const asked = new URLSearchParams(location.search)
  const answer = await fetch('/preview/render', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify({
      collection,
      id: String(data.id),
      data,
      hasAllDrafts: asked.has('drafts'),
      page: asked.get('page') ?? undefined,
    }),
  }).catch(() => undefined)
  if (!answer?.ok || number !== last) return
  const { html } = (await answer.json()) as { html: string }
  show(html)
}

window.addEventListener('message', ({ data: sent, origin }: MessageEvent<Sent>) => {
  if (origin !== location.origin || sent?.type !== 'payload-live-preview') return
  const { collectionSlug, data } = sent
  if (!collectionSlug || !data) return
  clearTimeout(waiting)
  waiting = setTimeout(() => void render(collectionSlug, data), REST)
})

// Nothing leads away from what is looked at, and nothing is sent.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a')
  const href = link?.getAttribute('href')
  if (href && !/^[?#]/.test(href)) event.preventDefault()
})
document.addEventListener('submit', (event) => event.preventDefault())

const admin = window.parent === window ? (window.opener as Window | null) : window.parent
admin?.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
