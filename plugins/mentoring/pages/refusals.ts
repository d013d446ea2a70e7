import { page } from '../../sign-up/respond.ts'
import type { MyTemplates } from './types.ts'

/** A link that is unknown, or known and dead. */
export const linkDoesNotWork = (templates: MyTemplates, dead: string | undefined): Response =>
  page(templates.deadLink({ token: dead }), dead ? 410 : 404)

export const tooMany = (templates: MyTemplates, seconds: number): Response =>
  page(
    templates.message({
      title: 'Too many tries',
      paragraphs: [`Wait ${Math.ceil(seconds / 60)} minutes, then try again.`],
    }),
    429,
    { 'retry-after': String(seconds) },
  )
