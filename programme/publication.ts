import type { PublicationOptions } from '@mentoring/publication'

import { hiddenUnless, isComms } from '../collections/access.ts'
import { countForTheSite } from './site/numbers.ts'
import { contentSnapshot } from './site/content-snapshot.ts'
import { snapshotThatIsUp } from './site/current-snapshot.ts'
import { picturesDirectory, siteDirectory } from '../settings.ts'
import { isHashed } from '../site/_config/manifest.ts'
import { tellCommsTeam } from './messages/publication-failed.ts'

/** Pages that show what is in a collection or a global; a page shows itself, all else is seen on the front page. */
const PAGES: Record<string, string> = {
  'form-editions': '/sign-up/mentor/',
  'matching-settings': '/how-we-match/',
  'resource-links': '/resources/',
}

/** How the public site of this programme is built. */
export const PUBLICATION: PublicationOptions = {
  snapshot: async (req) => {
    await countForTheSite(req)
    return contentSnapshot(req)
  },
  buildCommand: [
    ...[process.execPath, '--conditions=production', '--import', 'tsx', 'site/build.ts'],
    ...['--pictures', picturesDirectory],
  ] as PublicationOptions['buildCommand'],
  directory: siteDirectory,
  mustContain: [
    'index.html',
    '404.html',
    'resources/index.html',
    'sign-up/mentor/index.html',
    'sign-up/mentee/index.html',
    'how-we-match/index.html',
    'privacy/index.html',
    'accessibility/index.html',
    'assets/site.css',
  ],
  isForEver: isHashed,
  watch: {
    collections: [
      'pages',
      'site-parts',
      'resource-links',
      'redirects',
      'media',
      'form-editions',
      'training-days',
    ],
    // “How we match” says which country counts.
    globals: ['matching-settings'],
  },
  access: { read: isComms, publish: isComms },
  hidden: hiddenUnless(isComms),
  group: 'Public site',
  addressOf: async (document) => {
    if ('global' in document) return PAGES[document.global]
    const { collection, id } = document
    if (collection !== 'pages') return PAGES[collection] ?? '/'
    return (await snapshotThatIsUp())?.pages.find((page) => page.id === id)?.path
  },
  staysAsItIs:
    'Sign-up forms do not go back: people answer the questions that are in force. Nothing changes about people, matches or emails.',
  onFailure: tellCommsTeam,
}
