import { idOf } from '../../database/record-id.ts'
import type { SitePage } from '../../site/snapshot.ts'
import { completeAddress, isLinkTarget } from '../../site/web-address.ts'
import type { LeadTo } from './nhs-converters.ts'

/** Where links can lead on this site. */
export type Ways = {
  /** The address of a page by its id; nothing when it is not public. */
  pathOf: (id: string) => string | undefined
  /** Is there something at an address of this site: a page, a form, a redirect? */
  isThere: (path: string) => boolean
}

/** Pages that are made by the server for who asks, or by each build, whatever editors write. */
const BY_CODE = [
  /^\/my(\/|$)/,
  /^\/sign-up\/[\w-]+\/([\w-]+\/)?$/,
  /^\/(admin|api)(\/|$)/,
  /^\/(robots\.txt|sitemap\.xml|favicon\.ico)$/,
]

/**
 * The ways of a site with these pages.
 *
 * @param others further addresses that lead somewhere, such as redirects
 */
export const waysOf = (pages: Pick<SitePage, 'id' | 'path'>[], others: string[] = []): Ways => {
  const byId = new Map(pages.map(({ id, path }) => [id, path]))
  const known = new Set([...byId.values(), ...others])
  return {
    pathOf: (id) => byId.get(id),
    isThere: (address) => {
      const path = address.replace(/[?#].*$/, '')
      return known.has(path) || known.has(`${path}/`) || BY_CODE.some((one) => one.test(path))
    },
  }
}

/**
 * Where links lead; one that leads nowhere is left out.
 *
 * @param leaveOut is told why, in a sentence
 */
export const leadBy =
  ({ isThere, pathOf }: Ways, leaveOut: (why: string) => void = () => {}): LeadTo =>
  ({ page, url }) => {
    if (page) {
      const path = pathOf(idOf(page))
      if (!path) leaveOut('the page it leads to is not published, so the link is left out.')
      return path
    }
    if (typeof url !== 'string' || url === '') return undefined
    const address = completeAddress(url) as string
    if (!isLinkTarget(address)) {
      leaveOut(
        `the link to “${url}” is left out. Choose a page, or enter a full web address, like https://example.org/page.`,
      )
      return undefined
    }
    if (!address.startsWith('/') || isThere(address)) return address
    leaveOut(`the link to “${url}” is left out: there is no such page on this site.`)
    return undefined
  }
