import { z } from 'zod'

import { formSchemaShape } from '@mentoring/forms/form-types'
import { ENTER_WEB_ADDRESS, isWebAddress } from './web-address.ts'

/** Text that comes as HTML is made from rich text by the CMS and safe to print as it is. */
const html = z.string()

const webAddress = z.string().refine(isWebAddress, ENTER_WEB_ADDRESS)

const page = z.object({ title: z.string().min(1), body: html })

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
    trustName: z.string().min(1),
  }),
  programme: z.object({
    hero: z.object({
      title: z.string().min(1),
      lead: z.string().min(1),
      image: z
        .object({
          /** Of the picture in the CMS: the public may read those of the site that is up. */
          id: z.string().optional(),
          url: z.string(),
          alt: z.string(),
          width: z.number(),
          height: z.number(),
        })
        .optional(),
    }),
    why: html,
    facts: z.array(
      z.object({ figure: z.string(), text: z.string(), source: z.string().optional() }),
    ),
    pathways: z.array(z.object({ name: z.string(), description: z.string() })),
    offer: html,
    mentorAgreement: z.array(z.object({ title: z.string(), text: z.string() })),
    menteeAgreement: z.array(z.object({ title: z.string(), text: z.string() })),
    community: z.object({
      title: z.string(),
      body: html,
      url: webAddress.optional(),
    }),
    training: z.object({ title: z.string(), body: html }),
    contact: z.object({
      team: z.string(),
      email: z.email(),
      phone: z.string().optional(),
      body: html,
    }),
  }),
  resourcesPage: z.object({ title: z.string(), intro: html }),
  resources: z.array(
    z.object({
      title: z.string(),
      url: webAddress,
      audience: z.string(),
      description: z.string(),
      joining: z.string().optional(),
    }),
  ),
  /** By kind: those of mentors and mentees, and others there may be. */
  signUp: z.object({ mentor: signUpPage, mentee: signUpPage }).catchall(signUpPage),
  pages: z.object({
    /** `country` says which country counts; `counts`, what does because of questions that editors have added. */
    howWeMatch: page.extend({ country: z.string().optional(), counts: z.array(z.string()) }),
    privacy: page,
    accessibility: page,
  }),
})

/** See {@link snapshotShape}. */
export type Snapshot = z.infer<typeof snapshotShape>

/** A sign-up form, as the addresses of its pages name it. */
export type Kind = string
