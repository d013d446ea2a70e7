import { linksOf } from './check-words.ts'
import { inEnglish, type Say } from './languages/index.ts'
import { asDocument, type RenderedMail, renderMail, withFooter } from './render.ts'
import type { MailTemplate, OutboxOptions } from './types.ts'

/** Where the link to stop messages leads in a sample: nowhere. */
const SAMPLE_STOP = 'https://example.org/stop'

/**
 * A message as people would get it, about invented people.
 *
 * @param words subject and body as they are edited, saved or not
 * @param options what the project calls its mails, and their language
 * @param say what stands in them
 */
export const sampleMail = (
  template: MailTemplate,
  words: { subject: string; body: string },
  { language, optionalMails }: Pick<OutboxOptions, 'language' | 'optionalMails'> = {},
  say: Say = inEnglish,
): RenderedMail => {
  const links = linksOf(template)
  const samples = Object.entries(template.placeholders).map(
    ([name, { sample }]) => [name, sample] as const,
  )
  const mail = renderMail(words, {
    values: Object.fromEntries(samples.filter(([name]) => !links.includes(name))),
    // What stands for a link is its address.
    links: Object.fromEntries(samples.filter(([name]) => links.includes(name))) as Record<
      string,
      string
    >,
  })
  const whole = template.isOptional ? withFooter(mail, SAMPLE_STOP, optionalMails, say) : mail
  return asDocument(whole, language)
}
