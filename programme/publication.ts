import type { PublicationOptions } from '@mentoring/publication'

import { hiddenUnless, isComms } from '../collections/access.ts'
import { contentSnapshot } from '../globals/content-snapshot.ts'
import { siteDirectory } from '../settings.ts'
import { isHashed } from '../site/_config/manifest.ts'
import { tellCommsTeam } from './messages/publication-failed.ts'

/** Pages that show what is in a collection or a global; all else is seen on the front page. */
const PAGES: Record<string, string> = {
  'form-editions': '/sign-up/mentor/',
  'matching-settings': '/how-we-match/',
  'resource-links': '/resources/',
}

/** How the public site of this programme is built. */
export const PUBLICATION: PublicationOptions = {
  snapshot: contentSnapshot,
  buildCommand: [process.execPath, '--conditions=production', '--import', 'tsx', 'site/build.ts'],
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
    collections: ['resource-links', 'media', 'form-editions'],
    // “How we match” says which country counts.
    globals: ['programme-page', 'site-wording', 'matching-settings'],
  },
  access: { read: isComms, publish: isComms },
  hidden: hiddenUnless(isComms),
  group: 'Public site',
  addressOf: (document) =>
    PAGES['global' in document ? document.global : document.collection] ?? '/',
  staysAsItIs:
    'Sign-up forms do not go back: people answer the questions that are in force. Nothing changes about people, matches or emails.',
  onFailure: tellCommsTeam,
}
