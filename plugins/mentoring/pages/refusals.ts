import { waitInWords } from '../../limit.ts'
import { page } from '../../sign-up/respond.ts'
import type { MyTemplates } from './types.ts'

export const tooMany = (templates: MyTemplates, seconds: number): Response =>
  page(
    templates.message({
      title: 'Too many tries',
      paragraphs: [`Wait ${waitInWords(seconds)}, then try again.`],
    }),
    429,
    { 'retry-after': String(seconds) },
  )
