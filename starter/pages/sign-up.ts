import { md } from '../markdown.ts'
import type { StarterPage } from './types.ts'

/** Where people choose what to sign up for. */
export const SIGN_UP: StarterPage = {
  role: 'signUp',
  purpose: 'Ways to sign up',
  slug: 'sign-up',
  title: 'Sign up',
  lead: 'It takes a few minutes and you do not need an account.',
  summary: 'Sign up for a peer mentor, or to be one.',
  layout: [
    { blockType: 'signUp' },
    {
      blockType: 'steps',
      title: 'What happens next',
      lists: [
        {
          steps: [
            {
              title: 'You answer some questions',
              text: 'You can check your answers before you send them.',
            },
            { title: 'You confirm your email address', text: 'We email you a link for it.' },
            {
              title: 'You join the list',
              text: 'A coordinator looks for your match and we email you when there is one.',
            },
          ],
        },
      ],
    },
    {
      blockType: 'text',
      body: md(
        'You can sign up for both. Read [how we match](/how-we-match/) and [how we look after your data](/privacy/).',
      ),
    },
  ],
}
