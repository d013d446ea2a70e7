import type { FormSchema, FormSection } from '@mentoring/forms/form-types'
import { type FormValues, type FormView, formView as viewOf } from './form-view.ts'
import { type Assets, pictureName } from './manifest.ts'
import { type Rendering, sayIn } from './words.ts'
import type { Picture, SitePage, Snapshot } from '../snapshot.ts'

export { hexOf } from './colours.ts'
export { linkTo, strong, words } from './words.ts'

/** See form-view.ts: with what the page says of each question. */
export function formView(
  this: Rendering,
  form: Omit<Parameters<typeof viewOf>[0], 'say'>,
): FormView {
  return viewOf({ ...form, say: sayIn(this) })
}

/**
 * The text of a page's title element.
 *
 * @param before what stands before it, such as that answers are wrong
 * @example pageTitle('Resources', 'Peer mentors') // 'Resources – Peer mentors'
 * @example pageTitle('Sign up', 'Peer mentors', 'Error:') // 'Error: Sign up – Peer mentors'
 */
export const pageTitle = (title: string, programmeName: string, before = ''): string =>
  `${before && `${before} `}${title} – ${programmeName}`

/**
 * An address with its host, for links that leave the site's pages (sitemap, canonical address).
 *
 * @example absoluteUrl('/privacy/', 'https://example.org') // 'https://example.org/privacy/'
 */
export const absoluteUrl = (path: string, siteUrl: string): string =>
  siteUrl.replace(/\/+$/, '') + path

/**
 * The host an outside link leads to, as people know it; the address itself if it has none.
 *
 * @example hostName('https://www.example.org/doctors') // 'example.org'
 */
export const hostName = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url

/**
 * A phone number as the address of a link that dials it (RFC 3966): without the 0 that is only dialled within a
 * country, and with its extension.
 *
 * @example telLink('+44 (0)113 496 0000 ext. 12') // 'tel:+441134960000;ext=12'
 */
export const telLink = (phone: string): string => {
  const [number = '', extension] = phone.split(' ext. ')
  const dialled = number.replace(/^(\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '')
  return `tel:${dialled}${extension ? `;ext=${extension.replace(/\D/g, '')}` : ''}`
}

/**
 * A short text that stays on one line, such as a phone number.
 *
 * @example noBreak('0113 496 0000') // with no-break spaces
 */
export const noBreak = (text: string): string => text.replaceAll(' ', '\u00a0')

/**
 * A day as people write it in the United Kingdom, at the time of day that holds there; an empty
 * text for something that is not a date.
 *
 * @example longDate('2026-03-05T09:00:00Z') // '5 March 2026'
 */
export const longDate = (date: Date | string): string => {
  const day = new Date(date)
  return Number.isNaN(day.getTime())
    ? ''
    : day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
}

/**
 * The paragraphs of a plain text, if there is one: an empty line starts a new one.
 *
 * @example paragraphs('One\n\nTwo') // ['One', 'Two']
 */
export const paragraphs = (text = ''): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)

/**
 * The answers as name and value of hidden inputs, in the order they came in. The names a form's
 * own buttons use are left out, so that no old step is sent again.
 *
 * @example hiddenInputs({ topics: ['a', 'b'], step: 'check' })
 * // [{ name: 'topics', value: 'a' }, { name: 'topics', value: 'b' }]
 */
export const hiddenInputs = (values: FormValues): { name: string; value: string }[] =>
  Object.entries(values)
    .filter(([name]) => !['change', 'step'].includes(name))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })))

/**
 * Rows as groups with the section they name; rows of one section follow each other.
 *
 * @example bySection([{ section: 'A', field: 'x' }]) // [{ title: 'A', rows: [{ … }] }]
 */
export const bySection = <Row extends { section: string }>(
  rows: Row[],
): { title: string; rows: Row[] }[] => {
  const sections: { title: string; rows: Row[] }[] = []
  for (const row of rows) {
    const last = sections.at(-1)
    if (last?.title === row.section) last.rows.push(row)
    else sections.push({ title: row.section, rows: [row] })
  }
  return sections
}

/**
 * Gives the options of radios the questions they open, as nhsuk-frontend wants them: as HTML.
 *
 * @param items the options of the radios
 * @param html HTML of the questions, by the value of the option that opens them
 */
export const withReveals = <Item extends { value: string }>(
  items: Item[],
  html: { value: string; html: unknown }[],
): (Item & { conditional?: { html: string } })[] =>
  items.map((item) => {
    const opened = html.filter(({ value }) => value === item.value)
    return opened.length === 0
      ? item
      : { ...item, conditional: { html: opened.map((one) => String(one.html)).join('\n') } }
  })

/** The sections of a form that ask something; to agree is no question. */
export const askedSections = ({ sections }: FormSchema): FormSection[] =>
  sections.filter(({ fields }) => fields.some(({ type }) => type !== 'consent'))

/**
 * The address of a file that pages are made with.
 *
 * @param assets of the build; without them the name that never changes, which is asked for again each time
 * @example asset('site.css', assets) // '/assets/site.4F0C1A2B.css'
 */
export const asset = (name: string, assets: Assets | undefined): string =>
  assets?.[name] ?? `/assets/${name}`

/** A year later: `security.txt` has to say until when it can be trusted (RFC 9116). */
export const inAYear = (date: string): string =>
  new Date(Date.parse(date) + 365 * 24 * 60 * 60_000).toISOString()

/**
 * The address of a picture: its copy in the site, else the file in the CMS, for those who may see that.
 *
 * @param assets of the build
 */
export const pictureUrl = ({ file }: Picture, assets: Assets | undefined): string =>
  assets?.[pictureName(file)] ?? `/api/media/file/${encodeURIComponent(file)}`

type Resource = Snapshot['resources'][number]

/**
 * Resources under their topics, in the order in which each is first named; those without a topic come last.
 *
 * @param only the one topic that is wanted, whatever its case
 */
export const byTopic = (
  resources: Resource[],
  only?: string,
): { title?: string; resources: Resource[] }[] => {
  const wanted = only?.trim().toLowerCase()
  const topics = new Map<string, { title?: string; resources: Resource[] }>()
  for (const resource of resources) {
    const title = resource.topic?.trim()
    const key = title?.toLowerCase() ?? ''
    if (wanted && key !== wanted) continue
    const topic = topics.get(key) ?? { title, resources: [] }
    topic.resources.push(resource)
    topics.set(key, topic)
  }
  const { '': rest, ...named } = Object.fromEntries(topics)
  return [...Object.values(named), ...(rest ? [rest] : [])]
}

/** The sign-up forms beside those of mentors and mentees. */
export const otherForms = (signUp: Snapshot['signUp']): { kind: string; title: string }[] =>
  Object.entries(signUp)
    .filter(([kind]) => kind !== 'mentor' && kind !== 'mentee')
    .map(([kind, { title }]) => ({ kind, title }))

/** @example kebab('darkBlue') // 'dark-blue' */
export const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * A moment as people write it in the United Kingdom, at the time that holds there.
 *
 * @example longDateTime('2026-12-03T09:30:00Z') // 'Thursday 3 December 2026 at 9:30am'
 */
export const longDateTime = (date: string): string => {
  const at = new Date(date)
  const london = { timeZone: 'Europe/London' } as const
  const day = at.toLocaleDateString('en-GB', { ...london, dateStyle: 'full' }).replace(',', '')
  const time = at.toLocaleTimeString('en-GB', {
    ...london,
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  })
  return `${day} at ${time
    .replace(/^0(?=:)/, '12')
    .replace(/\s/g, '')
    .replace(':00', '')}`
}

type Part = SitePage['parts'][number]

/** Parts that never begin a band: what they say belongs to what is above them. */
const BELOW = new Set(['image', 'inset', 'warning'])

/**
 * The parts of a page in bands across it: one begins with each part that has a heading, and what follows without
 * one belongs to it. A hero is a band by itself.
 */
export const bands = (parts: Part[]): Part[][] => {
  const all: Part[][] = []
  for (const part of parts) {
    const last = all.at(-1)
    const begins = !last || last[0]!.type === 'hero' || (part.title && !BELOW.has(part.type))
    if (begins || part.type === 'hero') all.push([part])
    else last.push(part)
  }
  return all
}
