import { AREAS, type Known, SENTENCES } from '../../site/words/index.ts'

/** Sentences that are shown in one place, as editors see them together. */
export type Group = { name: string; label: string; sentences: Known[] }

/**
 * The sentences that somebody looks for, by where they are shown; places without one are left out.
 *
 * @param changed words of the editors by key
 * @param how.looked for in names and words, those of today and those it came with; case does not count
 * @param how.only keys of those among which it is looked; all when left out
 */
export const findSentences = (
  changed: Record<string, string>,
  { looked = '', only }: { looked?: string; only?: string[] },
): Group[] => {
  const wanted = looked.trim().toLowerCase()
  const isFound = ({ key, name, words }: Known, area: string): boolean =>
    (only?.includes(key) ?? true) &&
    [area, name, words, changed[key] ?? ''].some((text) => text.toLowerCase().includes(wanted))
  return Object.entries(AREAS).flatMap(([name, { label, sentences }]) => {
    const found = Object.keys(sentences)
      .map((own) => SENTENCES.get(`${name}.${own}`)!)
      .filter((sentence) => isFound(sentence, label))
    return found.length > 0 ? [{ name, label, sentences: found }] : []
  })
}
