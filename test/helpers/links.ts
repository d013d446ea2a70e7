import type { ParsedMail } from 'mailparser'

/**
 * The path of a link in a mail, as `rest` takes it.
 *
 * @param page the last part of the address, such as `contact`; the personal page when left out
 * @example pathIn(mail, 'contact') // '/my/contact?token=…'
 */
export const pathIn = (mail: ParsedMail, page?: string): string => {
  const address = new RegExp(`/my/${page ? `${page}/` : ''}\\?token=([\\w-]{43})`).exec(
    mail.text ?? '',
  )
  if (!address) throw new Error(`No link to ${page ?? 'the personal page'} in “${mail.subject}”.`)
  return `/my${page ? `/${page}` : ''}?token=${address[1]}`
}

/** The code in a mail. */
export const codeIn = ({ subject, text }: ParsedMail): string => {
  const [, code] = /^(\d{6})$/m.exec(text ?? '') ?? []
  if (!code) throw new Error(`No code in “${subject}”.`)
  return code
}

/** The hidden inputs of the form on a page. */
export const hiddenInputs = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  )
