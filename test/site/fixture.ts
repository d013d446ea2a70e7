import MarkdownIt from 'markdown-it'

import { PART_KINDS } from '../../collections/site/blocks/index.ts'
import { starterDefinition } from '../../globals/starter-definition.ts'
import { formOf } from '@mentoring/forms/editions/form-of'
import type { SitePage, Snapshot } from '../../site/snapshot.ts'
import { STARTER_PAGES, STARTER_SITE_PARTS } from '../../starter/pages/index.ts'
import type { StarterPage } from '../../starter/pages/types.ts'

const DEFINITION = starterDefinition()

const markdown = new MarkdownIt()

/** A picture that is among the files of every build. */
export const PICTURE = {
  file: 'two-doctors.webp',
  alt: 'Two doctors talking',
  width: 640,
  height: 480,
}

/**
 * What editors have entered, as the site gets it.
 *
 * @param change what becomes of plain text
 */
const asRead = (value: unknown, change: (text: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => asRead(one, change))
  if (typeof value === 'string') return change(value)
  if (typeof value !== 'object' || value === null) return value
  if ('markdown' in value) return markdown.render(String(value.markdown))
  if ('url' in value) return { href: value.url }
  if ('file' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asRead(one, change)]))
}

const partsOf = (layout: StarterPage['layout'], change: (text: string) => string) =>
  layout.map(({ blockType, ...values }, number) => ({
    ...(asRead(values, change) as object),
    type: blockType,
    id: `part-${number}`,
  }))

type Shown = Omit<StarterPage, 'purpose' | 'role'> & { role?: string }

const pageOf = (page: Shown, change: (text: string) => string): SitePage => {
  const { layout, role, slug, summary } = page
  const path = { home: '/', notFound: '/404.html' }[role ?? ''] ?? `/${slug}/`
  return {
    id: path,
    path,
    ...(role && { role }),
    title: change(page.title),
    ...(page.lead && { lead: change(page.lead) }),
    ...(summary && { summary: change(summary) }),
    changedOn: '2026-11-30',
    parts: partsOf(layout, change),
  }
}

/** A page with a part of every kind, each as its example says; twice, so that nothing relies on being there once. */
const everyPart = (change: (text: string) => string): SitePage[] =>
  [true, false].map((isLanding) => {
    const kinds = PART_KINDS.filter(({ slug }) => slug !== 'hero' && slug !== 'whatCounts')
    const layout = kinds.map(({ custom, slug }) => ({
      blockType: slug,
      ...custom.example,
      ...(['hero', 'image', 'quote'].includes(slug) && { image: PICTURE }),
    }))
    const hero = {
      blockType: 'hero',
      image: PICTURE,
      ...PART_KINDS.find(({ slug }) => slug === 'hero')!.custom.example,
    }
    return pageOf(
      {
        slug: isLanding ? 'every-part/landing' : 'every-part',
        title: isLanding ? 'Every part, in bands' : 'Every part',
        summary: 'A page with a part of every kind.',
        layout: isLanding ? [hero, ...layout] : layout,
      },
      change,
    )
  })

const links = ({ links: all }: { links: { title: string; link: { url: string } }[] }) =>
  all.map(({ link, title }) => ({ text: title, href: link.url }))

/**
 * A realistic content snapshot: the pages and forms of a new installation, a part of every kind, and invented names
 * and addresses.
 *
 * @param change what becomes of the plain text of pages
 */
export const fixture = (change: (text: string) => string = (text) => text): Snapshot => ({
  fingerprint: 'fixture',
  site: {
    url: 'https://mentors.example.org',
    programmeName: 'An example peer mentor programme',
    shortName: 'Peer mentor programme',
    trustName: 'An example teaching hospitals trust',
    colour: 'blue',
    menu: links(STARTER_SITE_PARTS.navigation),
    footer: { links: links(STARTER_SITE_PARTS.footer) },
    contact: { team: 'Central team', email: 'mentors@example.org', phone: '0113 496 0000' },
    group: { title: 'A group of our own', href: 'https://groups.example.org/peer-mentors' },
  },
  words: {},
  pages: [...STARTER_PAGES.map((page) => pageOf(page, change)), ...everyPart(change)],
  redirects: [{ from: '/old/', to: '/resources/', kind: '301' }],
  resources: [
    {
      id: 'resource-0',
      title: 'Doctors from abroad in the UK',
      url: 'https://www.example.org/doctors-group',
      audience: 'any international doctor',
      topic: 'Community',
      description: 'A closed group with quick answers on jobs, visas and finding neighbours.',
      joining: 'Ask to join; a member lets you in.',
    },
    {
      id: 'resource-1',
      title: 'Online induction',
      url: 'https://induction.example.com/start?from=mentors&lang=en',
      audience: 'doctors new to UK practice',
      description:
        'Free modules on careers, what is expected of you, drug charts and certificates.',
      joining: 'Enrol with your GMC number.',
    },
    {
      id: 'resource-2',
      title: 'Training posts, explained',
      url: 'https://training.example.net/',
      audience: 'trainees at ST1 and core level',
      description: 'How to apply for a training post, written by those who did.',
    },
  ],
  training: [
    {
      title: 'Mentoring for doctors',
      startsAt: '2026-12-03T09:30:00.000Z',
      place: 'Seminar room 2',
      details: 'Bring your lunch.',
    },
  ],
  numbers: { waiting: 40, mentors: 55 },
  signUp: {
    mentor: {
      title: 'Sign up as a mentor',
      intro:
        '<p>Tell us about yourself, so that we can find a doctor you can help. It takes about 5 minutes.</p>',
      consent:
        'I agree that the programme uses my answers, including my country if I give it, to match me with a mentee.\n\nIf we are matched, my mentee sees my name, my email address and what I wrote about myself. I can change my mind at any time.',
      form: formOf(DEFINITION, 'mentor')!,
    },
    mentee: {
      title: 'Sign up for a mentor',
      intro:
        '<p>Tell us about yourself, so that we can find a mentor who fits. It takes about 5 minutes.</p>',
      consent:
        'I agree that the programme uses my answers, including my country if I give it, to match me with a mentor.\n\nIf we are matched, my mentor sees my name, my email address and what I wrote about myself. I can change my mind at any time.',
      form: formOf(DEFINITION, 'mentee')!,
    },
  },
  counts: {
    country: 'We go by the country that people call home.',
    answers: ['Childcare: it counts in your favour when your answers fit'],
  },
})

/** A snapshot in which everything that may be empty is empty. */
export const emptyFixture = (): Snapshot => {
  const full = fixture()
  const { contact, programmeName, shortName, trustName, url } = full.site
  return {
    ...full,
    site: {
      ...{ programmeName, shortName, trustName, url, colour: 'grey' },
      menu: [],
      footer: { links: [] },
      contact: { team: contact.team, email: contact.email },
    },
    // What a page says by itself stays; what it gets from elsewhere is not there.
    pages: [
      ...full.pages.filter(({ role }) => role),
      {
        ...{ id: 'bare', path: '/bare/', title: 'Nothing but a title' },
        summary: 'A page without parts.',
        changedOn: '2026-11-30',
        parts: [],
      },
    ],
    redirects: [],
    resources: [],
    training: [],
    numbers: {},
    counts: { answers: [] },
  }
}

/** A word without an end, such as an address that somebody pasted. */
const LONG = `https://example.org/${'abcdefghij'.repeat(18)}`
const URDU = 'بیرون ملک سے آنے والے ڈاکٹروں کے لیے رہنمائی'

/** Content that editors write and nobody designs for: words of 200 letters, text from right to left. */
export const oddFixture = (): Snapshot => {
  const snapshot = fixture((text) => (text.length % 3 === 0 ? URDU : LONG))
  const { resources, site } = snapshot
  site.contact.team = LONG
  site.programmeName = LONG
  site.shortName = LONG
  site.menu[0]!.text = LONG
  site.footer = { links: [{ text: LONG, href: '/' }], text: LONG }
  snapshot.resources = [
    {
      ...resources[0]!,
      title: LONG,
      audience: LONG,
      description: LONG,
      joining: LONG,
      topic: LONG,
    },
  ]
  const privacy = snapshot.pages.find(({ role }) => role === 'privacy')!
  const body = `<h2>${LONG}</h2><p>${URDU}</p><ul><li>${LONG}</li></ul>`
  privacy.parts = [{ type: 'text', id: 'text', body }]
  snapshot.signUp.mentee.title = LONG
  return snapshot
}
