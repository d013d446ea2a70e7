import { page } from '../../sign-up/respond.ts'
import { NO_QUESTIONS } from './questions.ts'
import type { MyTemplates } from './types.ts'

/**
 * A link that is unknown, or known and expired: then a button sends a new one to the address it was
 * sent to.
 */
export const linkDoesNotWork = (templates: MyTemplates, expired: string | undefined): Response =>
  expired
    ? page(
        templates.form({
          title: 'This link has expired',
          paragraphs: [
            'Links work for a while only, so that an old email is of no use to anybody else.',
            'We can send a new link to the email address that this one was sent to.',
          ],
          form: NO_QUESTIONS,
          errors: [],
          submit: 'Send me a new link',
          action: '/my/renew/',
          carried: { token: expired },
        }),
        410,
      )
    : page(
        templates.message({
          title: 'This link does not work',
          paragraphs: [
            'Part of it may be missing, or your data has been erased.',
            'We can send you a new link to your page.',
          ],
          link: { href: '/my/link/', text: 'Get a new link' },
        }),
        404,
      )

export const tooMany = (templates: MyTemplates, seconds: number): Response =>
  page(
    templates.message({
      title: 'Too many tries',
      paragraphs: [`Wait ${Math.ceil(seconds / 60)} minutes, then try again.`],
    }),
    429,
    { 'retry-after': String(seconds) },
  )
