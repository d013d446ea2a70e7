import { z } from 'zod'

import { formSchemaShape } from '@mentoring/forms/form-types'
import { type Colour, HEX } from './_config/colours.ts'
import { ENTER_WEB_ADDRESS, isLinkTarget, isWebAddress } from './web-address.ts'

/** Text that comes as HTML is made from rich text by the CMS and safe to print as it is. */
const html = z.string()

const webAddress = z.string().refine(isWebAddress, ENTER_WEB_ADDRESS)

const href = z.string().refine(isLinkTarget, 'This leads nowhere')

/** A picture of the CMS, by its file. The build takes a copy, see `pictureUrl`. */
const picture = z.object({
  file: z.string().min(1),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
})

const link = z.object({ href, text: z.string().min(1) })

/**
 * A part of a page. `type` names its template in `site/_includes/blocks`; the rest are its values as that
 * template reads them.
 */
const part = z.looseObject({
  type: z.string().regex(/^[a-zA-Z]+$/),
  /** In the address of the part, after `#`; one of its page. */
  id: z.string().regex(/^[\w-]+$/),
  title: z.string().optional(),
})

const page = z.object({
  /** Of the record in the CMS. */
  id: z.string(),
  /** From the root, such as `/faq/`. */
  path: z.string().regex(/^\/[\w./-]*$/),
  /** What the site needs it for. */
  role: z.string().optional(),
  title: z.string().min(1),
  lead: z.string().optional(),
  summary: z.string().optional(),
  shareImage: picture.optional(),
  isHiddenFromSearch: z.boolean().optional(),
  /** Days as `2026-11-30`. */
  changedOn: z.string(),
  reviewedOn: z.string().optional(),
  parts: z.array(part),
})

const signUpPage = z.object({
  title: z.string().min(1),
  intro: html,
  /** What the applicant agrees to by ticking the box, as plain text. */
  consent: z.string().min(1),
  form: formSchemaShape,
})

/**
 * The content snapshot: everything the public site is built from, in one document. It is all that
 * the site knows of the CMS. The CMS checks it before it sends it, the site before it builds.
 * It holds no personal data.
 */
export const snapshotShape = z.object({
  /** Identifies the content: equal for equal content. */
  fingerprint: z.string(),
  site: z.object({
    /** Address the site is reached at, without a slash at the end. */
    url: z.url(),
    programmeName: z.string().min(1),
    /** For places with little room. */
    shortName: z.string().min(1),
    trustName: z.string().min(1),
    colour: z.enum(Object.keys(HEX) as Colour[]),
    logo: picture.optional(),
    shareImage: picture.optional(),
    menu: z.array(link),
    footer: z.object({ links: z.array(link), text: z.string().optional() }),
    contact: z.object({
      team: z.string(),
      person: z.string().optional(),
      email: z.email(),
      phone: z.string().optional(),
    }),
    /** The group of mentors and mentees, and how to join it. */
    group: z.object({ title: z.string(), href: href.optional() }).optional(),
  }),
  /** The fixed sentences of templates that differ from those of `site/words`, as plain text by their key. */
  words: z.record(z.string(), z.string()),
  pages: z.array(page).min(1),
  /** Addresses that lead elsewhere. */
  redirects: z.array(z.object({ from: z.string(), to: href, kind: z.enum(['301', '302']) })),
  resources: z.array(
    z.object({
      /** Of the record in the CMS. */
      id: z.string(),
      title: z.string(),
      url: webAddress,
      audience: z.string(),
      description: z.string(),
      joining: z.string().optional(),
      topic: z.string().optional(),
    }),
  ),
  /** Training days to come. */
  training: z.array(
    z.object({
      title: z.string(),
      startsAt: z.string(),
      place: z.string(),
      details: z.string().optional(),
    }),
  ),
  /** How many there are, rounded; nothing where they are too few to be said. */
  numbers: z.object({ waiting: z.number().optional(), mentors: z.number().optional() }),
  /** By kind: those of mentors and mentees, and others there may be. */
  signUp: z.object({ mentor: signUpPage, mentee: signUpPage }).catchall(signUpPage),
  /** `country` says which country counts; `answers`, what does because of questions that editors have added. */
  counts: z.object({ country: z.string().optional(), answers: z.array(z.string()) }),
})

/** See {@link snapshotShape}. */
export type Snapshot = z.infer<typeof snapshotShape>

/** A page that editors have put together, as the site has it. */
export type SitePage = Snapshot['pages'][number]

/** A picture as the site has it. */
export type Picture = z.infer<typeof picture>

/** A sign-up form, as the addresses of its pages name it. */
export type Kind = string

/** All pictures in content, wherever they are. */
export const picturesIn = (content: unknown): Picture[] => {
  if (Array.isArray(content)) return content.flatMap(picturesIn)
  if (typeof content !== 'object' || content === null) return []
  if ('file' in content && 'alt' in content) return [content as Picture]
  return Object.values(content).flatMap(picturesIn)
}
