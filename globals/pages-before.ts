import type { ProgrammePage, SiteWording } from '../payload-types.ts'
import { STARTER_SITE_PARTS } from '../starter/pages/index.ts'

type Part = { blockType: string } & Record<string, unknown>

/** A page with what it is made of, as far as it was known before. */
export type PageBefore = {
  role: string
  title: string
  lead?: string | null
  layout: Part[]
}

const SIDES = [
  {
    name: 'menteeAgreement',
    title: 'If you want a mentor',
    action: 'Sign up for a mentor',
    url: '/sign-up/mentee/',
  },
  {
    name: 'mentorAgreement',
    title: 'If you want to be a mentor',
    action: 'Sign up as a mentor',
    url: '/sign-up/mentor/',
  },
] as const

const list = <T>(rows: T[] | null | undefined): T[] => rows ?? []

/** Parts with something in them. */
const some = (...parts: (Part | false)[]): Part[] => parts.filter((part) => part !== false)

/** The programme page in parts, in the order in which it was read. */
export const homeBefore = (page: ProgrammePage): PageBefore => ({
  role: 'home',
  title: page.hero.title,
  lead: page.hero.lead,
  layout: some(
    {
      blockType: 'hero',
      image: page.hero.image,
      actions: [
        { text: 'Get a mentor', link: { url: '/sign-up/mentee/' } },
        { text: 'Become a mentor', link: { url: '/sign-up/mentor/' } },
      ],
    },
    { blockType: 'text', title: 'Why we do this', body: page.why },
    list(page.facts).length > 0 && { blockType: 'figures', figures: page.facts },
    { blockType: 'text', title: 'What you get', body: page.offer },
    list(page.pathways).length > 0 && {
      blockType: 'cards',
      title: 'Whichever route brings you here',
      cards: list(page.pathways).map(({ description, name }) => ({
        title: name,
        text: description,
      })),
    },
    {
      blockType: 'steps',
      title: 'What you agree to',
      lists: SIDES.map(({ action, name, title, url }) => ({
        title,
        steps: list(page[name]),
        action,
        link: { url },
      })),
    },
    { blockType: 'text', title: page.community.title, body: page.community.body },
    Boolean(page.community.url) && {
      blockType: 'actions',
      actions: [{ text: 'Visit the group', link: { url: page.community.url } }],
    },
    { blockType: 'training', title: page.training.title, body: page.training.body },
    {
      blockType: 'actions',
      actions: [{ text: 'Find more help for international doctors', link: { url: '/resources/' } }],
    },
    { blockType: 'contact', title: 'Questions?', body: page.contact.body },
  ),
})

/** The other pages that had words of their own. */
export const othersBefore = (wording: SiteWording): PageBefore[] => {
  const textPage = (
    role: 'accessibility' | 'howWeMatch' | 'privacy',
    ...more: Part[]
  ): PageBefore => ({
    role,
    title: wording[role].title,
    layout: [{ blockType: 'text', body: wording[role].body }, ...more],
  })
  return [
    textPage('howWeMatch', { blockType: 'whatCounts' }),
    {
      role: 'resources',
      title: wording.resources.title,
      layout: [
        { blockType: 'text', body: wording.resources.intro },
        { blockType: 'resources' },
        { blockType: 'contact' },
      ],
    },
    textPage('privacy'),
    textPage('accessibility'),
  ]
}

/** Names and contact, which were on the programme page. */
export const sitePartsBefore = (page: ProgrammePage): typeof STARTER_SITE_PARTS => {
  const { community, contact, programmeName, trustName } = page
  return {
    ...STARTER_SITE_PARTS,
    branding: { ...STARTER_SITE_PARTS.branding, programmeName, shortName: '', trustName },
    contact: {
      team: contact.team,
      email: contact.email,
      ...(contact.phone && { phone: contact.phone }),
      groupTitle: community.title,
      groupLink: { url: community.url ?? `mailto:${contact.email}` },
    },
  }
}
