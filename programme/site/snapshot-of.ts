import { askedBy, usedInMatching } from '@mentoring/forms/editions/questions-of'
import type { Definition } from '@mentoring/forms/editions/types'
import type { Payload } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { FORMS } from '../../collections/forms.ts'
import { addressOf } from '../../collections/site/address.ts'
import type { SitePartName } from '../../collections/site/SiteParts.ts'
import type { CountryThatCounts } from '../../globals/country-that-counts.ts'
import type { Page, ResourceLink, SitePart } from '../../payload-types.ts'
import type { Finding } from '@mentoring/publication'
import { serverURL } from '../../settings.ts'
import { type Snapshot, type SitePage, snapshotShape } from '../../site/snapshot.ts'
import { nameOf, sayable } from '../../site/words/check.ts'
import { type ContentRecord, findingIn } from './findings.ts'
import { leadBy, waysOf } from './links.ts'
import type { Content } from './load-content.ts'
import { readPage } from './read-page.ts'
import { type Around, readFields } from './read-part.ts'
import { pictureOf } from './pictures.ts'
import { signUpPages } from './sign-up-page.ts'

/** Told what is left out of the site, and why. */
type Report = (finding: Finding) => void

/**
 * Makes the document that the site is built from of records. What can't be used is left out and reported.
 *
 * @param now quotations whose time is over are left out
 */
export const snapshotOf = (
  payload: Payload,
  content: Content,
  report: Report,
  now = new Date(),
): Omit<Snapshot, 'fingerprint'> => {
  const byId = new Map(content.pages.map((page) => [page.id, page]))
  const addressed = content.pages.flatMap((page) => {
    const path = pathIn(page, byId)
    if (path === undefined) {
      report(
        findingIn(
          pageRecord(payload, page),
          ['parent'],
          'the page above it is not published, so this one is left out.',
        ),
      )
      return []
    }
    return [{ page, id: page.id, path }]
  })
  const ways = waysOf(
    addressed,
    content.redirects.map(({ from }) => from),
  )
  const pictures = new Map(content.pictures.map((media) => [media.id, pictureOf(media)]))
  const around = (record: ContentRecord): Around => ({
    ways,
    picture: (id) => pictures.get(id),
    leaveOut: (place, why) => report(findingIn(record, place, why)),
  })
  const part = <Name extends SitePartName>(name: Name) =>
    readSitePart(payload, content.parts, name, around)
  const branding = part('branding')
  const contact = part('contact')
  return {
    site: {
      url: serverURL,
      programmeName: text(branding.programmeName),
      shortName: text(branding.shortName) || text(branding.programmeName),
      trustName: text(branding.trustName),
      colour: (branding.colour as Snapshot['site']['colour'] | undefined) ?? 'blue',
      logo: branding.logo as Snapshot['site']['logo'],
      shareImage: branding.shareImage as Snapshot['site']['shareImage'],
      menu: linksOf(part('navigation')),
      footer: { links: linksOf(part('footer')), text: optional(part('footer').text) },
      contact: {
        team: text(contact.team),
        person: optional(contact.person),
        email: text(contact.email),
        phone: optional(contact.phone),
      },
      group: contact.groupTitle
        ? {
            title: text(contact.groupTitle),
            ...(contact.groupLink as { href?: string } | undefined),
          }
        : undefined,
    },
    words: sayable(part('words').changed, (sentence, problem) =>
      report({
        text: `${nameOf(sentence)}: the site says what it came with. ${problem}.`,
        path: `/collections/site-parts/${content.parts.find((one) => one.part === 'words')!.id}`,
      }),
    ),
    pages: addressed.map(({ page, path }): SitePage =>
      readPage(
        page,
        path,
        pageRecord(payload, page).fields,
        around(pageRecord(payload, page)),
        now,
      ),
    ),
    redirects: redirectsOf(
      payload,
      content,
      addressed.map(({ path }) => path),
      around,
    ),
    resources: content.links.flatMap((link) => resourceOf(payload, link, report)),
    training: content.training.map(({ details, place, startsAt, title }) => ({
      title,
      startsAt,
      place,
      details: optional(details),
    })),
    numbers: content.numbers,
    signUp: signUpPages(content.edition, (kind) =>
      leadBy(ways, (why) => report(findingIn(formRecord(payload, kind), ['intro'], why))),
    ),
    counts: {
      country: whichCountry(content.edition, content.country),
      answers: whatCounts(content.edition),
    },
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const optional = (value: unknown): string | undefined => text(value) || undefined

/** The address of a page; nothing when the page above it is not there. */
const pathIn = (page: Page, byId: Map<string, Page>): string | undefined => {
  if (!page.parent) return addressOf(page)
  const parent = byId.get(idOf(page.parent))
  return parent && addressOf(page, parent)
}

type Values = Record<string, unknown>

const readSitePart = (
  payload: Payload,
  parts: SitePart[],
  name: SitePartName,
  around: (record: ContentRecord) => Around,
): Values => {
  const doc = parts.find(({ part }) => part === name)
  if (!doc) return {}
  const { flattenedFields, labels } = payload.collections['site-parts'].config
  const group = flattenedFields.find((field) => field.name === name)
  const fields = group && 'flattenedFields' in group ? group.flattenedFields : []
  const record = {
    name: `${labels.plural as string}, “${name}”`,
    path: `/collections/site-parts/${doc.id}`,
    fields: flattenedFields,
  }
  return readFields(fields, doc[name] ?? {}, [name], around(record))
}

/** Links that lead nowhere are left out. */
const linksOf = ({ links }: Values): Snapshot['site']['menu'] =>
  ((links ?? []) as { title: string; link?: { href: string } }[]).flatMap(({ link, title }) =>
    link ? [{ href: link.href, text: title }] : [],
  )

/** A page that stands at the address now is what visitors want. */
const redirectsOf = (
  payload: Payload,
  content: Content,
  paths: string[],
  around: (record: ContentRecord) => Around,
): Snapshot['redirects'] => {
  const { flattenedFields: fields } = payload.collections.redirects.config
  return content.redirects.flatMap((redirect) => {
    if (paths.includes(redirect.from)) return []
    const record = {
      name: `The redirect from ${redirect.from}`,
      path: `/collections/redirects/${redirect.id}`,
      fields,
    }
    const { ways, leaveOut } = around(record)
    const to = leadBy(ways, (why) => leaveOut(['to'], why))(redirect.to ?? {})
    return to && to !== redirect.from ? [{ from: redirect.from, to, kind: redirect.kind }] : []
  })
}

const pageRecord = ({ collections }: Payload, { id, title }: Page): ContentRecord => ({
  name: `The page “${title}”`,
  path: `/collections/pages/${id}`,
  fields: collections.pages.config.flattenedFields,
})

/** A resource link as the site has it; nothing when it can't be used. */
const resourceOf = (
  payload: Payload,
  link: ResourceLink,
  report: Report,
): Snapshot['resources'] => {
  const parsed = snapshotShape.shape.resources.element.safeParse(withoutNulls(link))
  if (parsed.success) return [parsed.data]
  const [issue] = parsed.error.issues
  report(
    findingIn(
      {
        name: `The resource link “${link.title}” is left out`,
        path: `/collections/resource-links/${link.id}`,
        fields: payload.collections['resource-links'].config.flattenedFields,
      },
      issue!.path,
      `${issue!.message}.`,
    ),
  )
  return []
}

/** An empty optional field is kept as `null`, or as '' once it was cleared; it is left out. */
const withoutNulls = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''))

/** A sign-up form, whose words and questions are published by themselves. */
const formRecord = ({ collections }: Payload, kind: string): ContentRecord => ({
  name: FORMS.forms.find((form) => form.kind === kind)!.label,
  path: '/collections/sign-up-forms',
  fields: collections['sign-up-forms'].config.flattenedFields,
})

/** Which country counts, as the public reads it; nothing where people are asked for one country only. */
const whichCountry = (definition: Definition, by: CountryThatCounts): string | undefined => {
  const isAsked = Object.keys(definition.forms).some((kind) =>
    askedBy(definition, kind).some(({ name }) => name === 'qualifiedIn'),
  )
  return isAsked || by !== 'home' ? COUNTRIES_IN_WORDS[by] : undefined
}

const COUNTRIES_IN_WORDS = {
  home: 'We go by the country that people call home. If we only know where somebody qualified, we go by that.',
  qualified:
    'We go by the country that people qualified in. If we only know which country somebody calls home, we go by that.',
  either:
    'We go by both: the country that people call home, and the country they qualified in. It is enough that two people share one of them.',
} as const satisfies Record<CountryThatCounts, string>

/** What editors' own questions do in the matching, as the public reads it. */
const whatCounts = (definition: Definition): string[] =>
  usedInMatching(definition).map(({ adminLabel, use }) => `${adminLabel}: ${IN_WORDS[use]}`)

const IN_WORDS = {
  points: 'it counts in your favour when your answers fit',
  must: 'your answers must fit',
  mustNot: 'your answers must not be the same',
} as const
