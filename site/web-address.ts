/** No space, no character that can't be seen, and no backslash, which browsers take for a slash. */
const PLAIN = String.raw`[^\s\p{C}\\]`
const WEB_ADDRESS = new RegExp(`^https?://${PLAIN}+$`, 'iu')
const PATH = new RegExp(`^/(?!/)${PLAIN}*$`, 'u')
const MAILBOX = String.raw`[^\s\p{C}@/\\:]+@[^\s\p{C}@/\\:]+\.[^\s\p{C}@/\\:.]+`
const ELSEWHERE = new RegExp(
  `^(mailto:[^\\s\\p{C}@/\\\\]+@[^\\s\\p{C}@/\\\\]+|tel:\\+?[\\d-]+)$`,
  'iu',
)

/**
 * Is it a full web address, which means the same on every page? The one rule for fields, for links in
 * rich text and for what the site is built from. `https:example.org` is none: on a page it names a file
 * beside that page. Nor is one with a name before an `@`, which hides the host.
 */
export const isWebAddress = (text: string): boolean => {
  if (!WEB_ADDRESS.test(text) || !URL.canParse(text)) return false
  const { password, username } = new URL(text)
  return !password && !username
}

/** May a link lead there: to the web, to a page of this site, to a mailbox or a phone? */
export const isLinkTarget = (text: string): boolean =>
  isWebAddress(text) || PATH.test(text) || ELSEWHERE.test(text)

/**
 * What people leave out of an address when they type one: `https://` before `www.`, `mailto:` before an email address,
 * blanks around it. What is no text stays as it is.
 *
 * @example completeAddress(' www.example.org ') // 'https://www.example.org'
 * @example completeAddress('team@example.org') // 'mailto:team@example.org'
 */
export const completeAddress = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (/^www\.[^\s/]/i.test(text)) return `https://${text}`
  return new RegExp(`^${MAILBOX}$`, 'u').test(text) ? `mailto:${text}` : text
}

/** What to say to somebody whose web address is none. */
export const ENTER_WEB_ADDRESS = 'Enter a full web address, like https://example.org/page'
