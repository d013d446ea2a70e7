import { FURTHER_FORMS } from '../collections/further-forms.ts'

/** Pages of the sign-up that are files of the site; the others of a form are made for who asks. */
const FILES_OF_SIGN_UP = '(all|check-your-email)'

const KINDS = ['mentor', 'mentee', ...FURTHER_FORMS.map(({ kind }) => kind)].join('|')

/** Pages made for one person: no browser and no proxy keeps them. */
const PERSONAL = new RegExp(
  `^/(my|sign-up/(confirm|continue|(${KINDS})/(?!${FILES_OF_SIGN_UP}(/|$))[^/]+))(/|$)`,
)

/** Is this the address of a page that is made for one person? */
export const isPersonalPage = (pathname: string): boolean => PERSONAL.test(pathname)

/** Is this an address that Next answers? All others are files of the site. */
export const isDynamic = (pathname: string): boolean =>
  /^\/(admin|api|preview|_next)(\/|$)/.test(pathname) || isPersonalPage(pathname)
