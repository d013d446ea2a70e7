import type { PayloadRequest } from 'payload'

import { contentSnapshot } from './content-snapshot.ts'
import { liveSnapshot } from '../plugins/publication/index.ts'
import { siteDirectory } from '../settings.ts'
import type { Snapshot } from '../site/snapshot.ts'

/** The content that people read now. Before the first publication it comes straight from the CMS. */
export const currentSnapshot = async (req: PayloadRequest): Promise<Snapshot> =>
  (await liveSnapshot<Snapshot>(siteDirectory)) ?? (await contentSnapshot(req)).snapshot
