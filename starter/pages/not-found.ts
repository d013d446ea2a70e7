import { md } from '../markdown.ts'
import type { StarterPage } from './types.ts'

/** What people read who follow a link that leads nowhere. */
export const NOT_FOUND: StarterPage = {
  role: 'notFound',
  purpose: 'Page not found',
  slug: '404',
  title: 'Page not found',
  layout: [
    {
      blockType: 'text',
      body: md(`If you typed the address, check that it is right. If you pasted it, check that you copied all of it.

If you followed a link here, the page may have moved. These may help:

- [about the programme](/)
- [sign up for a mentor, or to be one](/sign-up/)
- [other help for international doctors](/resources/)`),
    },
    { blockType: 'contact', title: 'Or ask us' },
  ],
}
