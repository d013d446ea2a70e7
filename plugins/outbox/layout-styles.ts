import type { Colours } from './look.ts'

/** Of this device: nothing is fetched. */
export const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"

/**
 * For programs that read styles in the head. What stands on the elements is light; these change it in the dark, so they
 * must be stronger.
 */
export const DARK_STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #0f1519 !important; }
  .words { background-color: #1b242b !important; color: #f0f4f5 !important; }
  .words .link { color: #8ec5ff !important; }
  .words .details { background-color: #27323a !important; }
  .words .rule { border-top-color: #56646e !important; }
  .foot, .foot .link { color: #c3ccd2 !important; }
}
@media (max-width: 480px) {
  .logo, .head, .words, .foot { padding-left: 16px !important; padding-right: 16px !important; }
}
`

type Styles = { colours: Colours; isRightToLeft: boolean }

/**
 * The words of a message with styles on the elements: Gmail takes none from the head where an account is another
 * provider's. Every tag is one that was made of the words; what was filled in is text.
 */
export const styled = (html: string, { colours, isRightToLeft }: Styles): string => {
  const { colour, linkColour, onColour } = colours
  const indent = isRightToLeft ? 'padding:0 24px 0 0' : 'padding:0 0 0 24px'
  return (
    html
      // Outlook knows no padding of a link, but that of a cell: the colour is the cell's.
      .replace(
        /<div class="button"><a href="([^"]*)">([^<]*)<\/a><\/div>/g,
        (_, href: string, text: string) =>
          `<table role="presentation" class="button" style="margin:8px 0 24px;border-collapse:separate"><tbody><tr><td style="background-color:${colour};border-radius:4px;mso-padding-alt:14px 24px"><a class="button-link" href="${href}" style="display:inline-block;padding:14px 24px;font-size:18px;line-height:24px;font-weight:bold;color:${onColour};text-decoration:none">${text}</a></td></tr></tbody></table>`,
      )
      .replace(/<a href="([^"]*)">/g, `<a href="$1" class="link" style="color:${linkColour}">`)
      .replaceAll('<p>', '<p style="margin:0 0 16px">')
      .replaceAll(
        '<ul class="details">',
        '<ul class="details" style="margin:0 0 24px;padding:12px 16px 4px;list-style:none;background-color:#f0f4f5;border-radius:4px">',
      )
      .replace(/<(ul|ol)>/g, `<$1 style="margin:0 0 16px;${indent}">`)
      .replaceAll('<li>', '<li style="margin:0 0 8px">')
      .replace(/<(h[1-6])>/g, '<$1 style="margin:24px 0 8px;font-size:18px;line-height:27px">')
      .replaceAll(
        '<hr>',
        '<hr class="rule" style="margin:24px 0;border:0;border-top:1px solid #aeb7bd">',
      )
      .replaceAll(
        '<strong class="code">',
        '<strong class="code" style="font-size:28px;line-height:36px;letter-spacing:2px">',
      )
  )
}
