import { escapeHtml } from './markdown.ts'
import type { Line, Lines, Piece, Value } from './types.ts'

/** Does a value make a list where it stands alone on its line? */
export const isList = (value: Value | undefined): value is Lines =>
  typeof value === 'object' && 'lines' in value

/** A value as the text part has it. */
export const valueInText = (value: Value): string =>
  isList(value)
    ? value.lines
        .map((line) =>
          typeof line === 'string' ? line : `${line.label}: ${piecesInText(line.value)}`,
        )
        .join('\n')
    : piecesInText(value)

/** A value as it stands among the words of the HTML part. */
export const valueInHtml = (value: Value): string =>
  isList(value) ? value.lines.map(lineInHtml).join('<br>\n') : piecesInHtml(value)

/** A list of its own. What is labelled needs no marks before it. */
export const listInHtml = ({ lines }: Lines): string => {
  const items = lines.map((line) => `<li>${lineInHtml(line)}</li>\n`).join('')
  const isLabelled = lines.every((line) => typeof line !== 'string')
  return `<ul${isLabelled ? ' class="details"' : ''}>\n${items}</ul>`
}

const lineInHtml = (line: Line): string =>
  typeof line === 'string'
    ? piecesInHtml(line)
    : `<strong>${escapeHtml(line.label)}:</strong> ${piecesInHtml(line.value)}`

const piecesInText = (value: string | readonly Piece[]): string =>
  [value]
    .flat()
    .map((piece) => (typeof piece === 'string' ? piece : 'tel' in piece ? piece.tel : piece.mailto))
    .join('')

const piecesInHtml = (value: string | readonly Piece[]): string =>
  [value].flat().map(inHtml).join('')

const inHtml = (piece: Piece): string => {
  if (typeof piece === 'string') return escapeHtml(piece).replaceAll('\n', '<br>\n')
  if ('tel' in piece) {
    const called = callable(piece.tel)
    const shown = escapeHtml(piece.tel)
    return called ? `<a href="tel:${called}">${shown}</a>` : shown
  }
  const address = piece.mailto.split('@').map(encodeURIComponent).join('@')
  return `<a href="mailto:${escapeHtml(address)}">${escapeHtml(piece.mailto)}</a>`
}

/**
 * A number as telephones take it (RFC 3966).
 *
 * @example callable('+44 (0)113 496 0000 ext. 12') // '+441134960000;ext=12'
 */
const callable = (number: string): string => {
  const [main = '', extension] = number.split(/\s*ext\.?\s*/i)
  const digits = main.replace(/^(\s*\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '')
  const more = extension?.replace(/\D/g, '')
  return digits && more ? `${digits};ext=${more}` : digits
}
