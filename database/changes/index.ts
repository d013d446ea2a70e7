import { linksOfMails } from './links-of-mails.ts'
import { numberedPublications } from './numbered-publications.ts'
import { signUpWords } from './sign-up-words.ts'
import { typedLinks } from './typed-links.ts'
import { typedMessages } from './typed-messages.ts'
import type { ChangeOfData } from './types.ts'
import { whatNobodyReads } from './what-nobody-reads.ts'

/**
 * Changes of data that MongoDB needs, by the name of the migration that makes the same change on SQLite. Most
 * migrations change the schema only and need none.
 */
export const changesOfData: Readonly<Record<string, ChangeOfData>> = {
  '20261123_081641_after_the_match': linksOfMails,
  '20261128_200444_typed_links': typedLinks,
  '20261128_211109_typed_messages': typedMessages,
  '20261129_022623_what_nobody_reads': whatNobodyReads,
  '20261130_054828_words_of_forms': signUpWords,
  '20261130_141554_pages_from_parts': numberedPublications,
}
