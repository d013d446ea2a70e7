import type { GlobalConfig, Tab } from 'payload'

import { nobody } from '../collections/access.ts'

const textPage = (name: string, label: string): Tab => ({
  name,
  label,
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    { name: 'body', type: 'richText', required: true },
  ],
})

/** Where the words of the other pages were, see `ProgrammePage`. */
export const SiteWording: GlobalConfig = {
  slug: 'site-wording',
  label: 'Other pages',
  access: { read: nobody, update: nobody, readVersions: nobody },
  versions: { drafts: true, max: 50 },
  admin: {
    group: 'Public site',
    hideAPIURL: true,
    hidden: true,
    description:
      'Resources, how we match, privacy and accessibility. The words of the sign-up pages stand in “Forms”.',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
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
