/** What the key of a message said before that stood in columns. */
export type OldKey = {
  /** Whom it is for: by id, or as one of the two of the match. */
  person?: { role: 'mentor' | 'mentee'; id: string }
  /** By id, without a word whether of a mentor or of a mentee. */
  somebody?: string
  role?: 'mentor' | 'mentee'
  match?: string
  training?: string
}

/**
 * Reads the key of a message of an earlier version, in which whom and what it is about was written.
 * Nothing is known of one that is of no kind there was.
 */
export const readOldKey = (key: string): OldKey => {
  const person = /^(?:confirm|personalLink|partnerLeft):(mentor|mentee)s:([^:]+):/.exec(key)
  if (person) return { person: { role: person[1] as 'mentor' | 'mentee', id: person[2]! } }
  const somebody = /^already:([^:]+):/.exec(key)
  if (somebody) return { somebody: somebody[1]! }
  const training = /^training(?:Place|Changed|Off):([^:]+):([^:]+):/.exec(key)
  if (training) return { training: training[1]!, person: { role: 'mentor', id: training[2]! } }
  const match = /^\w+:([^:]+):(?:.*:)?(mentor|mentee)$/.exec(key)
  return match ? { match: match[1]!, role: match[2] as 'mentor' | 'mentee' } : {}
}

/**
 * A message that had not gone when words and values were still joined at writing: its text becomes
 * values, cut where its links stood, with words that put them together again.
 *
 * @param links names of the links it has, as they stand in its text
 */
export const withOwnWords = (subject: string, text: string, links: string[]) => {
  const names = links.filter((name) => name !== 'unsubscribe')
  const marker = new RegExp(`\\{\\{\\s*(${names.join('|') || 'none'})\\s*\\}\\}`)
  const values: Record<string, string> = { subject }
  const body = text.split(marker).flatMap((piece, place) => {
    if (place % 2 === 1) return [`{{${piece}}}`]
    if (!/[\p{L}\p{N}]/u.test(piece)) return []
    values[`part${place}`] = piece.trim()
    return [`{{part${place}}}`]
  })
  return { values, words: { subject: '{{subject}}', body: body.join('\n\n') } }
}

/** A reminder's step kept its name and whom it went to in one text; one reminder was two messages. */
export const readOldReminder = (detail: string) => {
  const [name = '', to] = detail.split(':')
  if (to !== 'mentor' && to !== 'mentee') return undefined
  const both = { mentor: 'contactOverdueToMentor', mentee: 'contactOverdueToMentee' }
  return { message: name === 'contactOverdue' ? both[to] : name, to }
}

/** @example camelCase('personal_link') // 'personalLink' */
export const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** States of a message that may still go out. */
export const UNSENT = ['queued', 'sending', 'failed', 'bounced']

/** The links that a message of the programme could have. */
const LINKS = /(\{\{\s*(?:link|page)\s*\}\})/

/**
 * Puts each link on a line of its own, as words were from then on to have them. Marks that would be torn
 * apart go; what is left of a line without a word goes too.
 *
 * @example linksOnOwnLines('See {{page}}.') // 'See\n\n{{page}}'
 */
export const linksOnOwnLines = (body: string): string =>
  body
    .split('\n')
    .map((line) => {
      const isMixed = LINKS.test(line) && line.replace(LINKS, '').trim() !== ''
      if (!isMixed) return line
      const parts = line.replaceAll('**', '').split(LINKS)
      return parts
        .map((part) => part.trim())
        .filter((part) => /[\p{L}\p{N}]/u.test(part))
        .join('\n\n')
    })
    .join('\n')
