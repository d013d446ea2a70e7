/** An option of a select, with what else people may type for it. */
export type ListOption = { value: string; label: string; synonyms: string[] }

/** The options a select offers; the empty first one is none. */
export const listOptions = (select: HTMLSelectElement): ListOption[] =>
  [...select.options]
    .filter(({ value }) => value !== '')
    .map(({ value, text, dataset }) => ({
      value,
      label: text,
      synonyms: dataset.synonyms?.split('|') ?? [],
    }))
