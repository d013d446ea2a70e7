import { md } from '../markdown.ts'
import type { StarterPage } from './types.ts'

/** Help from others. */
export const RESOURCES: StarterPage = {
  role: 'resources',
  purpose: 'Resources',
  slug: 'resources',
  title: 'Help from other groups',
  lead: 'Your mentor is not the only one who can help.',
  summary:
    'Groups and websites that help international doctors in the UK, who they are for and how to join.',
  layout: [
    {
      blockType: 'text',
      body: md(
        'These groups and websites are for doctors who trained abroad, and for those who mentor them. Other people run them, so we cannot answer for everything they say.',
      ),
    },
    { blockType: 'resources' },
    {
      blockType: 'contact',
      title: 'Something missing?',
      body: md('Tell us about a group or website that helped you.'),
    },
  ],
}
