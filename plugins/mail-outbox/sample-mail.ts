import { type RenderedMail, renderMail, withFooter, withLinks } from './render.ts'
import type { MailTemplate } from './types.ts'

/** Where the links of a sample lead: nowhere. */
const SAMPLE_LINK = 'https://example.org/'

/**
 * A message as people would get it, about invented people.
 *
 * @param words subject and body as they are edited, saved or not
 */
export const sampleMail = (
  template: MailTemplate,
  words: { subject: string; body: string },
): RenderedMail => {
  const samples = Object.entries(template.placeholders).map(
    ([name, { sample }]) => [name, sample] as const,
  )
  const isLink = ([, sample]: readonly [string, string]) => sample.startsWith(SAMPLE_LINK)
  const mail = withLinks(
    renderMail(words, Object.fromEntries(samples.filter((entry) => !isLink(entry)))),
    Object.fromEntries(samples.filter(isLink)),
  )
  return template.isOptional ? withFooter(mail, `${SAMPLE_LINK}stop`) : mail
}
