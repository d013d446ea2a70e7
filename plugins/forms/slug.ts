/** Names of pages that a form has beside those of its sections. */
const RESERVED = ['all', 'check', 'check-your-email', 'clear', 'save', 'start']

/**
 * The name of a section's page in addresses, made from its title.
 *
 * @param taken names that other sections of the form have
 * @example slugOf('About you') // 'about-you'
 */
export const slugOf = (title: string, taken: string[] = []): string => {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  const name = plain === '' || RESERVED.includes(plain) ? `part-${plain || 1}` : plain
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name}-${n}`
    if (!taken.includes(candidate)) return candidate
  }
}

const LONGEST = 60
