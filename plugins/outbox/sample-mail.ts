import { linksOf } from './check-words.ts'
import { asDocument, type RenderedMail, renderMail, withFooter } from './render.ts'
import type { MailTemplate } from './types.ts'

/** Where the link to stop messages leads in a sample: nowhere. */
const SAMPLE_STOP = 'https://example.org/stop'

/**
 * A message as people would get it, about invented people.
 *
 * @param words subject and body as they are edited, saved or not
 */
export const sampleMail = (
  template: MailTemplate,
  words: { subject: string; body: string },
): RenderedMail => {
  const links = linksOf(template)
  const samples = Object.entries(template.placeholders).map(([name, { sample }]) => [name, sample])
  const mail = renderMail(words, {
    values: Object.fromEntries(samples.filter(([name]) => !links.includes(name as string))),
    links: Object.fromEntries(samples.filter(([name]) => links.includes(name as string))),
  })
  return asDocument(template.isOptional ? withFooter(mail, SAMPLE_STOP) : mail)
}
