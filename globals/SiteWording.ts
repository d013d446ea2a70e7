import type { GlobalConfig, Tab } from 'payload'

import { hiddenUnless, isComms } from '../collections/access.ts'

const textPage = (name: string, label: string): Tab => ({
  name,
  label,
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    { name: 'body', type: 'richText', required: true },
  ],
})

const signUpPage = (name: string, label: string): Tab => ({
  name,
  label,
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    { name: 'intro', type: 'richText', label: 'Text above the questions', required: true },
    {
      name: 'consent',
      type: 'textarea',
      label: 'What people agree to',
      required: true,
      maxLength: 1000,
      admin: {
        description:
          'Stored word for word, with the time, for everyone who signs up. Ask the data protection team before you change it.',
      },
    },
  ],
})

/** The words of the sign-up pages and of the pages that explain. Drafted, then published. */
export const SiteWording: GlobalConfig = {
  slug: 'site-wording',
  label: 'Other pages',
  access: { read: isComms, update: isComms, readVersions: isComms },
  versions: { drafts: true, max: 50 },
  admin: {
    group: 'Public site',
    hideAPIURL: true,
    hidden: hiddenUnless(isComms),
    description:
      'The sign-up pages, resources, how we match, privacy and accessibility. The questions of the forms come from the records themselves.',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        signUpPage('mentorSignUp', 'Mentor sign-up'),
        signUpPage('menteeSignUp', 'Mentee sign-up'),
        {
          name: 'resources',
          label: 'Resources',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 120 },
            { name: 'intro', type: 'richText', required: true },
          ],
        },
        textPage('howWeMatch', 'How we match'),
        textPage('privacy', 'Privacy'),
        textPage('accessibility', 'Accessibility'),
      ],
    },
  ],
}
