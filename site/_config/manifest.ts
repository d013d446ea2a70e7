/** Addresses of the files that pages are made with, by the names that templates know. */
export type Assets = Record<string, string>

/** Where a built site says its {@link Assets}, for pages that the server makes. */
export const MANIFEST = 'assets/manifest.json'

/** The logo as emails show it: a file of the site, where there is a logo. */
export const MAIL_LOGO = 'mail-logo.png'

/** Does the name of a file say its content? Then it never changes. @example isHashed('site.4F0C1A2B.css') // true */
export const isHashed = (file: string): boolean => /\.[0-9A-Z]{8}\.\w+(\.br|\.gz)?$/.test(file)

/** What a picture is called among the files of a build. */
export const pictureName = (file: string): string => `pictures/${file}`
