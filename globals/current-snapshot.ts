import type { PayloadRequest } from 'payload'

import { contentSnapshot } from './content-snapshot.ts'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { liveSnapshot } from '../plugins/publication/index.ts'
import { siteDirectory } from '../settings.ts'
import type { Snapshot } from '../site/snapshot.ts'
import { signUpPages } from './sign-up-page.ts'

/** The content that people read now. Before the first publication it comes straight from the CMS. */
export const currentSnapshot = async (req: PayloadRequest): Promise<Snapshot> =>
  (await liveSnapshot<Snapshot>(siteDirectory)) ?? (await contentSnapshot(req)).snapshot

/**
 * The same for the pages of a sign-up, with the forms that are in force: these count from the moment they are
 * published, and the site that is up may have been built before. What people agree to is what stands on the page.
 */
export const currentSnapshotOfSignUp = async (req: PayloadRequest): Promise<Snapshot> => {
  const signUp = signUpPages(await editionInForce(req))
  return { ...(await currentSnapshot(req)), signUp }
}
