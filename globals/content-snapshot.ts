import { createHash } from 'node:crypto'

import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import { APIError, type PayloadRequest } from 'payload'

import { Mentees } from '../collections/Mentees.ts'
import { Mentors } from '../collections/Mentors.ts'
import type { ProgrammePage as ProgrammePageContent, SiteWording } from '../payload-types.ts'
import { formSchema } from '../plugins/sign-up/form-schema.ts'
import { serverURL } from '../settings.ts'
import { type Snapshot, snapshotShape } from '../site/snapshot.ts'
import { nhsConverters } from './nhs-converters.ts'

/**
 * Reads all published content and puts it into the one document the site is built from. Drafts and
 * retired resource links stay out.
 *
 * @throws APIError, in the comms team's words, when a page is not published or something is missing.
 */
export const contentSnapshot = async (req: PayloadRequest): Promise<Snapshot> => {
  const { payload } = req
  const page = await published<ProgrammePageContent>(req, 'programme-page', 'The programme page')
  const wording = await published<SiteWording>(req, 'site-wording', 'Other pages')
  const { docs: links } = await payload.find({
    collection: 'resource-links',
    where: { and: [{ _status: { equals: 'published' } }, { isRetired: { not_equals: true } }] },
    sort: '_order',
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })

  const { image } = page.hero
  const signUpPage = (words: SiteWording['mentorSignUp'], fields: typeof Mentors.fields) => ({
    title: words.title,
    intro: toHTML(words.intro),
    consent: words.consent,
    form: formSchema(fields),
  })
  const textPage = (words: SiteWording['privacy']) => ({
    title: words.title,
    body: toHTML(words.body),
  })

  const content = {
    site: { url: serverURL, programmeName: page.programmeName, trustName: page.trustName },
    programme: {
      hero: {
        title: page.hero.title,
        lead: page.hero.lead,
        image:
          image && typeof image === 'object' && image.url
            ? {
                id: image.id,
                url: image.sizes?.wide?.url ?? image.url,
                alt: image.alt,
                width: image.sizes?.wide?.width ?? image.width ?? 0,
                height: image.sizes?.wide?.height ?? image.height ?? 0,
              }
            : undefined,
      },
      why: toHTML(page.why),
      facts: page.facts ?? [],
      pathways: page.pathways ?? [],
      offer: toHTML(page.offer),
      mentorAgreement: page.mentorAgreement ?? [],
      menteeAgreement: page.menteeAgreement ?? [],
      community: { ...page.community, body: toHTML(page.community.body) },
      training: { ...page.training, body: toHTML(page.training.body) },
      contact: { ...page.contact, body: toHTML(page.contact.body) },
    },
    resourcesPage: { title: wording.resources.title, intro: toHTML(wording.resources.intro) },
    resources: links,
    signUp: {
      mentor: signUpPage(wording.mentorSignUp, Mentors.fields),
      mentee: signUpPage(wording.menteeSignUp, Mentees.fields),
    },
    pages: {
      howWeMatch: textPage(wording.howWeMatch),
      privacy: textPage(wording.privacy),
      accessibility: textPage(wording.accessibility),
    },
  }
  // Parsed before it is hashed: that drops ids and dates, which are no content.
  const parsed = snapshotShape.omit({ fingerprint: true }).safeParse(withoutNulls(content))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new APIError(
      `The site's content is not complete: ${issue?.path.join(' › ')}: ${issue?.message}`,
    )
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex')
  return { fingerprint, ...parsed.data }
}

const published = async <T extends { _status?: string | null }>(
  req: PayloadRequest,
  slug: 'programme-page' | 'site-wording',
  name: string,
): Promise<T> => {
  const doc = (await req.payload.findGlobal({
    slug,
    depth: 1,
    overrideAccess: true,
    req,
  })) as unknown as T
  if (doc._status !== 'published') {
    throw new APIError(
      `${name} is not published. Open it in the admin and choose “Publish changes”.`,
    )
  }
  return doc
}

type RichText = ProgrammePageContent['why']

const toHTML = (data: RichText): string =>
  convertLexicalToHTML({ data: data as never, converters: nhsConverters, disableContainer: true })

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
