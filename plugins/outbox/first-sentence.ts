/** More than this no list of messages shows. */
const MOST = 140

/**
 * What a list of messages shows of one beside its subject: the first sentence after the greeting, or as many as say
 * something.
 *
 * @example firstSentence('Hello Amina,\n\nThank you. You have signed up as a mentor. We write to you soon.')
 * // 'Thank you. You have signed up as a mentor.'
 */
export const firstSentence = (text: string): string => {
  const [first = '', ...others] = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && !URL.canParse(paragraph))
  // A greeting ends with a comma in every language the messages may have.
  const paragraph = /[,،]$/u.test(first) ? (others[0] ?? first) : first
  const [sentence = paragraph] = /^.{25,}?[.!?؟](?=\s|$)/u.exec(paragraph) ?? []
  return sentence.length > MOST ? `${sentence.slice(0, MOST - 1).trimEnd()}…` : sentence
}
