/** All texts of the plugin that somebody reads. See README.md for another language. */
export const en = {
  // States of a publication
  building: 'Being built',
  live: 'Live',
  kept: 'Was live, can be put back',
  gone: 'Was live',
  failed: 'Failed',

  // Why the site was built
  publish: 'Something was published',
  schedule: 'At the time that was set',
  start: 'The server started',
  rollback: 'An earlier one was put back',
  byHand: 'By hand',

  // Publications
  publication: 'Publication',
  publications: 'Publications',
  publicationsAbout:
    'Each time the public site was built: what changed, who changed it, and what stood in the way if it failed. An earlier publication can be put back.',
  number: 'Number',
  numbered: 'Publication {{number}}',
  status: 'Status',
  cause: 'Why',
  by: 'Who',
  startedAt: 'When',
  seconds: 'Took',
  pages: 'Pages',
  bytes: 'Bytes',
  problem: 'What stood in the way',
  findings: 'What to look at',
  changes: 'What changed',
  putBackNumber: 'Which was put back',
  fingerprint: 'Fingerprint of the content',
  noChanges: 'No document changed.',
  isNew: 'new',
  isOff: 'taken off the site',
  compare: 'See the difference',
  seeVersions: 'See its versions',
  open: 'Open it',
  openFront: 'Open the site',
  newTab: 'opens in a new tab',
  leftOut: 'Something was left out. Everything else is on the site.',
  couldNot: 'The site could not be built. What was live before stayed live.',
  putsBack: 'It put back publication {{number}}. What changed is what went back with it.',
  took: { one: '{{count}} second', other: '{{count}} seconds' },
  pagesOf: { one: '{{count}} page', other: '{{count}} pages' },
  andOthers: { one: 'and {{count}} other', other: 'and {{count}} others' },

  // Beside a document
  onTheSite: 'On the site',
  isBuilding: 'Building…',
  liveAt: 'Live at {{time}}.',
  liveSince: 'Live since {{time}}.',
  see: 'See it',
  notLive: 'Not live:',
  notLiveLeftOut: 'Not on the site:',
  notLiveHeld:
    'Not live: an earlier publication was put back. This goes up when somebody presses “Go on publishing”.',
  notPublished: 'Not public.',
  notKnown: 'Whether it is live could not be found out. Load the page again.',

  // Putting back
  putBack: 'Put this one back',
  putBackHeading: 'Put publication {{number}} back?',
  putBackAbout:
    'Visitors see the pages, words and pictures of that publication again, at once. What is in the admin stays as it is. Nothing that is published goes up until somebody presses “Go on publishing”.',
  puttingBack: 'Putting it back…',
  cancel: 'Cancel',
  isPutBack:
    'Publication {{number}} is live again. Nothing else goes up until you go on publishing.',
  neverUp: 'This publication was never live, so it can’t be put back.',
  buildGone:
    'The files of this publication are not kept any more, so it can’t be put back. Choose a newer one, or restore older versions of its documents.',
  isUpAlready: 'This is what visitors see already.',
  notPutBack: 'It could not be put back. What was live before is still live.',
  noPublication: 'There is no such publication.',

  // Going on
  heldHeading: 'An earlier publication was put back',
  heldAbout:
    'Visitors see publication {{number}}. What is published waits until you go on. First put right what was wrong: going on publishes everything as it is now.',
  heldPlain:
    'Visitors see an earlier publication. What is published waits until you go on. First put right what was wrong: going on publishes everything as it is now.',
  goOn: 'Go on publishing',
  goesOn: 'Publishing goes on. The site is being built.',
  goesOnAlready: 'Publishing goes on already: no earlier publication is put back.',
  isHeld:
    'Nothing was built: an earlier publication was put back. Press “Go on publishing” on the first page to publish again.',
  isBeingBuilt: 'The site is being built.',

  // In rows
  leftBehind: 'The server stopped while the site was being built.',
  heldMeanwhile: 'It did not go up: an earlier publication was put back while it was being built.',

  // Refusals
  mayNotPublish: 'You may not publish the site.',
  mayNotRead: 'You may not see publications.',
  whichDocument: 'Say which document, such as “?for=pages:ID” or “?global=front-page”.',
  noDocument: 'There is no such document on the site.',
} as const
