import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'

import { contentSnapshot } from './content-snapshot.ts'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { liveSnapshot } from '@mentoring/publication'
import { siteDirectory } from '../../settings.ts'
import { type Assets, MANIFEST } from '../../site/_config/manifest.ts'
import { type Snapshot, snapshotShape } from '../../site/snapshot.ts'
import { leadBy, waysOf } from './links.ts'
import { signUpPages } from './sign-up-page.ts'

/** What pages are made of: content, and the files of the site that is up. */
type PageContent = Snapshot & { assets?: Assets }

/**
 * The content that people read now. Before the first publication, and until a new version of the software has built
 * its first site, it comes straight from the CMS.
 */
export const currentSnapshot = async (req: PayloadRequest): Promise<PageContent> => {
  const live = await snapshotThatIsUp()
  return live ? { ...live, assets: await assetsOf(live) } : (await contentSnapshot(req)).snapshot
}

/** The files of the site that is up. */
export const currentAssets = async (): Promise<Assets | undefined> => {
  const live = await snapshotThatIsUp()
  return live && assetsOf(live)
}

/** The content of the site that is up; nothing when there is none, or an older version of the software has built it. */
export const snapshotThatIsUp = async (): Promise<Snapshot | undefined> => {
  const live = await liveSnapshot<Snapshot>(siteDirectory)
  return live && isOfThisVersion(live) ? live : undefined
}

/** An older version may have said less, or otherwise. */
const isOfThisVersion = (live: Snapshot): boolean => {
  const known = checked.get(live) ?? snapshotShape.safeParse(live).success
  checked.set(live, known)
  return known
}

const checked = new WeakMap<Snapshot, boolean>()

/**
 * The same for the pages of a sign-up, with the forms that are in force: these count from the moment they are
 * published, and the site that is up may have been built before. What people agree to is what stands on the page.
 */
export const currentSnapshotOfSignUp = async (req: PayloadRequest): Promise<PageContent> => {
  const snapshot = await currentSnapshot(req)
  const leadTo = leadBy(waysOf(snapshot.pages))
  return { ...snapshot, signUp: signUpPages(await editionInForce(req), () => leadTo) }
}

/** The files of the site that was built of a snapshot; of one that went up in between they are as good. */
const assetsOf = (live: Snapshot): Promise<Assets | undefined> => {
  const known = read.get(live) ?? readAssets()
  read.set(live, known)
  return known
}

const read = new WeakMap<Snapshot, Promise<Assets | undefined>>()

/** A site that an older version has built says none. */
const readAssets = async (): Promise<Assets | undefined> => {
  const file = path.join(siteDirectory, 'current', 'public', MANIFEST)
  return readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Assets,
    () => undefined,
  )
}
