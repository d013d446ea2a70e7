import type { ChangeOfData } from './types.ts'

/** Fields that code wrote and nobody read: each is said elsewhere, or says nothing. */
const UNREAD: Record<string, string> = {
  agreements: 'writtenBy',
  'match-steps': 'detail',
  'matching-runs': 'isCertified',
  meetings: 'notedBy',
  'payload-jobs': 'meta',
}

/** Collections that can be opened in a form, so that a note of it keeps others from editing. */
const OPENED = [
  'mail-words',
  'media',
  'mentees',
  'mentors',
  'resource-links',
  'training-days',
  'users',
]

/**
 * Takes away what nobody reads: fields, the times at which jobs were scheduled, jobs that followed all
 * matches before a round did, and notes that a record is open which no form opens.
 */
export const whatNobodyReads: ChangeOfData = async ({ database, session }) => {
  for (const [collection, field] of Object.entries(UNREAD)) {
    await database
      .collection(collection)
      .updateMany({ [field]: { $exists: true } }, { $unset: { [field]: '' } }, { session })
  }
  await database.collection('globals').deleteMany({ globalType: 'payload-jobs-stats' }, { session })
  await database.collection('payload-jobs').deleteMany({ taskSlug: 'followMatches' }, { session })
  await database
    .collection('payload-locked-documents')
    .deleteMany({ 'document.relationTo': { $exists: true, $nin: OPENED } }, { session })
}
