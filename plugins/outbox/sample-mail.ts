import { linksOf } from './check-words.ts'
import { inEnglish, type Say } from './languages/index.ts'
import { inLayout } from './layout.ts'
import { looksOf, type RenderedMail, renderMail } from './render.ts'
import type { Look, MailTemplate, OutboxOptions } from './types.ts'

/** Where the link to stop messages leads in a sample: nowhere. */
const SAMPLE_STOP = 'https://example.org/stop'

/**
 * A message as people would get it, about invented people.
 *
 * @param words subject and body as they are edited, saved or not
 * @param options what the project calls its mails, and their language
 * @param say what stands in them
 * @param look how it looks beside its words
 */
export const sampleMail = (
  template: MailTemplate,
  words: { subject: string; body: string },
  { language, optionalMails }: Pick<OutboxOptions, 'language' | 'optionalMails'> = {},
  say: Say = inEnglish,
  look: Look = { senderName: '' },
): RenderedMail => {
  const links = linksOf(template)
  const samples = Object.entries(template.placeholders).map(
    ([name, { sample }]) => [name, sample] as const,
  )
  const mail = renderMail(
    words,
    {
      values: Object.fromEntries(samples.filter(([name]) => !links.includes(name))),
      // What stands for a link is its address.
      links: Object.fromEntries(samples.filter(([name]) => links.includes(name))) as Record<
        string,
        string
      >,
    },
    looksOf(template),
  )
  return inLayout(mail, {
    look,
    language,
    reason: template.reason ?? look.reason,
    stop: template.isOptional ? { url: SAMPLE_STOP, mails: optionalMails } : undefined,
    say,
  })
}
