/** Is `text` part of any of these, whatever the case and accents? */
export const hasText = (text: string, ...parts: string[]): boolean => {
  const wanted = plain(text.trim())
  return parts.some((part) => plain(part).includes(wanted))
}

const plain = (part: string) => part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
