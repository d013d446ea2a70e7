import { hiddenUnless, isComms } from '../collections/access.ts'
import { contentSnapshot } from './site/content-snapshot.ts'
import { countForTheSite } from './site/numbers.ts'
import type { PublicationOptions } from '../plugins/publication/index.ts'
import { picturesDirectory, siteDirectory } from '../settings.ts'
import { isHashed } from '../site/_config/manifest.ts'

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
}
