/**
 * Digits of any script as ours, such as those that come with a phone or a keyboard from home.
 *
 * @example asciiDigits('٠٧٧٠٠ ９００') // '07700 900'
 */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0)!)))

/** Digits of a script stand together in tens, from 0 to 9 (Unicode Standard, section 4.6). */
const valueOf = (code: number): number => {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}
