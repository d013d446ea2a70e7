import { createHash } from 'node:crypto'

import type { Payload, PayloadRequest, Where } from 'payload'

import { FORMS } from '../collections/forms.ts'
import { findRecords } from '../database/records.ts'
import type {
  ProgrammePage as ProgrammePageContent,
  ResourceLink,
  SiteWording,
} from '../payload-types.ts'
import { type Finding, UnpublishableContent } from '@mentoring/publication'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { askedBy, usedInMatching } from '@mentoring/forms/editions/questions-of'
import type { Definition } from '@mentoring/forms/editions/types'
import { serverURL } from '../settings.ts'
import { type Kind, type Snapshot, snapshotShape } from '../site/snapshot.ts'
import { ENTER_WEB_ADDRESS, isWebAddress } from '../site/web-address.ts'
import { type CountryThatCounts, loadCountryThatCounts } from './country-that-counts.ts'
import { type ContentRecord, findingIn, missingPicture } from './findings.ts'
import { type RichText, toNHSHTML } from './nhs-converters.ts'
import { signUpPages } from './sign-up-page.ts'

/** The content of the site, and what was left out of it. */
export type Content = { snapshot: Snapshot; findings: Finding[] }

/**
 * Reads all published content and puts it into the one document the site is built from. Drafts and
 * retired resource links stay out. So does a link or a resource that can't be used, with a finding: one
 * bad record does not keep the others from being published.
 *
 * @throws UnpublishableContent, in the comms team's words, when a page is not published or something on
 *   it is missing.
 */
export const contentSnapshot = async (req: PayloadRequest): Promise<Content> => {
  const { payload } = req
  const [page, pageRecord] = await published<ProgrammePageContent>(req, 'programme-page')
  const [wording, wordingRecord] = await published<SiteWording>(req, 'site-wording')
  const inUse: Where[] = [{ _status: { equals: 'published' } }, { isRetired: { not_equals: true } }]
  const links = await findRecords(req, 'resource-links', { and: inUse }, { sort: '_order' })

  const findings: Finding[] = []
  const leaveOut = (record: ContentRecord, place: string[]) => (address: string) =>
    findings.push(findingIn(record, place, `the link to “${address}” is left out. ${LINK_HELP}`))
  const onPage = (data: RichText, ...place: string[]) =>
    toNHSHTML(data, leaveOut(pageRecord, place))
  const inWording = (data: RichText, ...place: string[]) =>
    toNHSHTML(data, leaveOut(wordingRecord, place))

  const image = typeof page.hero.image === 'object' ? page.hero.image : null
  const missing = image ? await missingPicture(payload, image) : []
  if (missing.length > 0) throw new UnpublishableContent(missing)

  const edition = await editionInForce(req)
  const textPage = (name: 'accessibility' | 'howWeMatch' | 'privacy') => ({
    title: wording[name].title,
    body: inWording(wording[name].body, name, 'body'),
  })
  const community = { ...page.community }
  if (community.url && !isWebAddress(community.url)) {
    const place = ['community', 'url']
    findings.push(
      findingIn(pageRecord, place, `“${community.url}” is left out. ${ENTER_WEB_ADDRESS}.`),
    )
    community.url = null
  }

  const content = {
    site: { url: serverURL, programmeName: page.programmeName, trustName: page.trustName },
    programme: {
      hero: {
        title: page.hero.title,
        lead: page.hero.lead,
        image: image?.url
          ? {
              id: image.id,
              url: image.sizes?.wide?.url ?? image.url,
              alt: image.alt,
              width: image.sizes?.wide?.width ?? image.width ?? 0,
              height: image.sizes?.wide?.height ?? image.height ?? 0,
            }
          : undefined,
      },
      why: onPage(page.why, 'why'),
      facts: page.facts ?? [],
      pathways: page.pathways ?? [],
      offer: onPage(page.offer, 'offer'),
      mentorAgreement: page.mentorAgreement ?? [],
      menteeAgreement: page.menteeAgreement ?? [],
      community: { ...community, body: onPage(page.community.body, 'community', 'body') },
      training: { ...page.training, body: onPage(page.training.body, 'training', 'body') },
      contact: { ...page.contact, body: onPage(page.contact.body, 'contact', 'body') },
    },
    resourcesPage: {
      title: wording.resources.title,
      intro: inWording(wording.resources.intro, 'resources', 'intro'),
    },
    resources: links.filter((link) => {
      const found = findingInLink(req, link)
      if (found) findings.push(found)
      return !found
    }),
    signUp: signUpPages(edition, (kind) => leaveOut(formRecord(payload, kind), ['intro'])),
    pages: {
      howWeMatch: {
        ...textPage('howWeMatch'),
        country: whichCountry(edition, await loadCountryThatCounts(payload)),
        counts: whatCounts(edition),
      },
      privacy: textPage('privacy'),
      accessibility: textPage('accessibility'),
    },
  }
  // Parsed before it is hashed: that drops ids and dates, which are no content.
  const parsed = snapshotShape.omit({ fingerprint: true }).safeParse(withoutNulls(content))
  if (!parsed.success) {
    throw new UnpublishableContent(
      parsed.error.issues.map(({ message, path }) => {
        const [place, isOnPage] = placeOf(path)
        return findingIn(isOnPage ? pageRecord : wordingRecord, place, `${message}.`)
      }),
    )
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex')
  return { snapshot: { fingerprint, ...parsed.data }, findings }
}

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

const LINK_HELP = `${ENTER_WEB_ADDRESS}, or a page of this site, like /how-we-match/.`

/** What keeps one resource link from the site. */
const findingInLink = (req: PayloadRequest, link: ResourceLink): Finding | undefined => {
  const parsed = snapshotShape.shape.resources.element.safeParse(withoutNulls(link))
  if (parsed.success) return undefined
  const [issue] = parsed.error.issues
  return findingIn(
    {
      name: `The resource link “${link.title}” is left out`,
      path: `/collections/resource-links/${link.id}`,
      fields: req.payload.collections['resource-links'].config.flattenedFields,
    },
    issue!.path,
    `${issue!.message}.`,
  )
}

/** Where a place of the content is in its global, and whether that is the programme page. */
const placeOf = ([part, ...rest]: PropertyKey[]): [place: PropertyKey[], isOnPage: boolean] => {
  if (part === 'site' || part === 'programme') return [rest, true]
  if (part === 'resourcesPage') return [['resources', ...rest], false]
  return [rest, false]
}

/** A sign-up form, whose words and questions are published by themselves. */
const formRecord = ({ collections }: Payload, kind: Kind): ContentRecord => ({
  name: FORMS.forms.find((form) => form.kind === kind)!.label,
  path: '/collections/sign-up-forms',
  fields: collections['sign-up-forms'].config.flattenedFields,
})

const NAMES = { 'programme-page': 'The programme page', 'site-wording': 'Other pages' } as const

const published = async <T extends { _status?: string | null }>(
  req: PayloadRequest,
  slug: keyof typeof NAMES,
): Promise<[T, ContentRecord]> => {
  // The caller names the type that belongs to the slug.
  const doc = (await req.payload.findGlobal({
    slug,
    depth: 1,
    overrideAccess: true,
    req,
  })) as unknown as T
  const name = NAMES[slug]
  const path = `/globals/${slug}`
  if (doc._status !== 'published') {
    const text = `${name} is not published. Open it in the admin and choose “Publish changes”.`
    throw new UnpublishableContent([{ text, path }])
  }
  const global = req.payload.globals.config.find((config) => config.slug === slug)!
  return [doc, { name, path, fields: global.flattenedFields }]
}

/** An empty optional field is kept as `null`, or as '' once it was cleared; it is left out. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null && entry !== '')
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  )
}
