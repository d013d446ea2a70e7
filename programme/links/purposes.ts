/**
 * What a link is for. `confirm` confirms a sign-up, `page` opens the personal page; each of the others
 * shows one question and does that one thing, so that a link in an old mail is worth no more than it
 * says. `days` is how long it works.
 */
export const LINK_PURPOSES = {
  confirm: { path: '/sign-up/confirm/', days: 7 },
  page: { path: '/my/', days: 60 },
  contact: { path: '/my/contact/', days: 30 },
  extension: { path: '/my/extension/', days: 30 },
  goOn: { path: '/my/another-match/', days: 90 },
  survey: { path: '/my/survey/', days: 90 },
  stopReminders: { path: '/my/stop-reminders/', days: 365 },
} as const

export type LinkPurpose = keyof typeof LINK_PURPOSES

/** Purposes by name. */
export const PURPOSES = Object.keys(LINK_PURPOSES) as LinkPurpose[]

/**
 * How long the link of a confirmed sign-up goes on to say where its owner stands, in days; longer than
 * a match lasts.
 */
export const STANDING_DAYS = 365
