import { firstSentence } from './first-sentence.ts'
import type { Say } from './languages/index.ts'
import { DARK_STYLES, FONT, styled } from './layout-styles.ts'
import { type Colours, coloursOf } from './look.ts'
import { escapeHtml } from './markdown.ts'
import type { RenderedMail } from './render.ts'
import type { Look } from './types.ts'

/** What stands round a message's words. */
export type Surroundings = {
  look: Look
  /** Of the message, as HTML names it. @default 'en' */
  language?: string
  /** Why somebody gets it. */
  reason?: string
  /** How they stop messages like it, which are called `mails`. */
  stop?: { url: string; mails?: string }
  /** Says it in the language of the message. */
  say: Say
}

/** A message as it goes out: its HTML part is a whole document; both parts say why one gets it and how to stop it. */
export const inLayout = (mail: RenderedMail, surroundings: Surroundings): RenderedMail => ({
  subject: mail.subject,
  text: [mail.text, ...footInText(surroundings)].join('\n\n'),
  html: documentOf(mail, surroundings),
})

const footInText = ({ reason, say, stop }: Surroundings): string[] => {
  const lines = [
    ...(reason ? [reason] : []),
    ...(stop ? [say('stop', { mails: stop.mails ?? say('emails') }), stop.url] : []),
  ]
  const [first, ...others] = lines
  return first === undefined ? [] : [`--\n${first}`, ...others]
}

/**
 * Tables and styles on the elements themselves where Outlook and Gmail need them. What they do not know, such as the
 * dark colours, is in the head: without it the message is light.
 */
const documentOf = (
  mail: RenderedMail,
  { language = 'en', look, reason, say, stop }: Surroundings,
) => {
  const colours = coloursOf(look)
  const { colour, onColour } = colours
  const isRightToLeft = RIGHT_TO_LEFT.includes(language.split('-')[0]!)
  const lang = `lang="${escapeHtml(language)}"${isRightToLeft ? ' dir="rtl"' : ''}`
  return `<!DOCTYPE html>
<html ${lang}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(mail.subject)}</title>
<base target="_blank">
<style>${DARK_STYLES}</style>
<!--[if mso]><style>body, table, td, p, li, a { font-family: Arial, sans-serif !important; }</style><![endif]-->
</head>
<body class="page" style="margin:0;padding:0;background-color:#f0f4f5;-webkit-text-size-adjust:100%;text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(firstSentence(mail.text))}${NOTHING_MORE}</div>
<div role="article" aria-roledescription="email" aria-label="${escapeHtml(mail.subject)}" ${lang}>
<!--[if mso]><table role="presentation" align="center" width="600"><tr><td><![endif]-->
<table role="presentation" class="sheet" style="width:100%;max-width:600px;margin:0 auto;border-collapse:collapse">
<tbody>
${logoRow(look, colours)}<tr>
<td class="head" style="padding:16px 24px;background-color:${colour};${FONT}color:${onColour}">
<div style="font-size:20px;line-height:28px;font-weight:bold;overflow-wrap:anywhere">${escapeHtml(look.senderName)}</div>${organisation(look)}
</td>
</tr>
<tr>
<td class="words" style="padding:24px 24px 8px;background-color:#ffffff;${FONT}font-size:16px;line-height:24px;color:#212b32;overflow-wrap:anywhere;word-break:break-word">
${styled(mail.html, { colours, isRightToLeft })}</td>
</tr>
<tr>
<td class="foot" style="padding:16px 24px 32px;${FONT}font-size:14px;line-height:21px;color:#3f525f;overflow-wrap:anywhere">
${footInHtml({ look, reason, stop, say })}</td>
</tr>
</tbody>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</div>
</body>
</html>
`
}

/** So that a list of messages shows the first sentence and not what stands in the head. */
const NOTHING_MORE = '&#847;&zwnj;&nbsp;'.repeat(60)

const RIGHT_TO_LEFT = ['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']

/** The words that stand for the picture are set as the others, and can be read on what is below it. */
const logoRow = (
  { isLogoOnColour, logoAlt = '', logoUrl }: Look,
  { colour, onColour }: Colours,
): string => {
  if (!logoUrl || !/^https?:/i.test(logoUrl) || !URL.canParse(logoUrl)) return ''
  const [below, words] = isLogoOnColour ? [colour, onColour] : ['#ffffff', '#212b32']
  return `<tr>
<td class="logo" style="padding:16px 24px${isLogoOnColour ? ' 0' : ''};background-color:${below};${FONT}color:${words}"><img src="${escapeHtml(logoUrl)}" alt="${escapeHtml(logoAlt)}" height="48" style="display:block;height:48px;width:auto;max-width:100%;border:0;${FONT}font-size:16px;line-height:24px;color:${words}"></td>
</tr>
`
}

const organisation = ({ organisation: name }: Look): string =>
  name
    ? `\n<div style="font-size:16px;line-height:24px;overflow-wrap:anywhere">${escapeHtml(name)}</div>`
    : ''

const footInHtml = ({ look, reason, say, stop }: Surroundings): string => {
  const who = [look.senderName, look.organisation].filter((name) => name !== undefined)
  const link = stop && {
    from: `<a href="${escapeHtml(stop.url)}" class="link" style="color:#3f525f">`,
    to: '</a>',
  }
  const paragraphs = [
    ...(reason ? [escapeHtml(reason)] : []),
    ...(stop && link
      ? [say('stopLink', { mails: escapeHtml(stop.mails ?? say('emails')), ...link })]
      : []),
    escapeHtml(who.join(', ')),
  ]
  return paragraphs.map((text) => `<p style="margin:0 0 8px">${text}</p>\n`).join('')
}
