/**
 * Puts each of these placeholders on a line of its own, so that nothing before or after it can become
 * part of the link.
 *
 * @example onOwnLines('See {{page}}.', ['page']) // 'See\n\n{{page}}'
 */
export const onOwnLines = (body: string, names: readonly string[]): string =>
  body
    .split('\n')
    .map((line) => (isMixed(line, names) ? separate(line, names) : line))
    .join('\n')

/** The first of these placeholders that shares its line with something else. */
export const findMixed = (body: string, names: readonly string[]): string | undefined =>
  body
    .split('\n')
    .filter((line) => isMixed(line, names))
    .map((line) => names.find((name) => placeholder(name).test(line)))[0]

/**
 * Makes a paragraph of each line that is one of these placeholders.
 *
 * @example inOwnParagraphs('See:\n{{page}}', ['page']) // 'See:\n\n{{page}}\n'
 */
export const inOwnParagraphs = (body: string, names: readonly string[]): string =>
  body
    .split('\n')
    .flatMap((line) => (isOnly(line, names) ? ['', line, ''] : [line]))
    .join('\n')

/**
 * Links that editors have given their own words: `[words]({{link}})`, on a line of its own.
 *
 * @param written puts something in the place of such a line
 * @returns the body with them
 */
export const replaceNamed = (
  body: string,
  names: readonly string[],
  written: (link: { name: string; words: string }) => string,
): string =>
  body.replace(NAMED, (line: string, words: string, name: string) =>
    names.includes(name) ? written({ name, words: words.trim() }) : line,
  )

const NAMED =
  /^[ \t]*\[([^[\]\n]*[\p{L}\p{N}][^[\]\n]*)\]\([ \t]*\{\{\s*(\w+)\s*\}\}[ \t]*\)[ \t]*$/gmu

const placeholder = (name: string) => new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`)

const isMixed = (line: string, names: readonly string[]): boolean =>
  names.some(
    (name) => placeholder(name).test(line) && line.replace(placeholder(name), '').trim() !== '',
  )

const isOnly = (line: string, names: readonly string[]): boolean =>
  names.some((name) => placeholder(name).test(line)) && !isMixed(line, names)

/** Marks that would be torn apart go; what is left of a line without a word goes too. */
const separate = (line: string, names: readonly string[]): string => {
  const parts = line
    .replaceAll('**', '')
    .split(new RegExp(`(\\{\\{\\s*(?:${names.join('|')})\\s*\\}\\})`))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  return parts.join('\n\n')
}
