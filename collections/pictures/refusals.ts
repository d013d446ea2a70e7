import { LIMITS, TOO_LARGE, WHAT_IS_TAKEN } from './limits.ts'

/** Why a picture is not taken, by the code that the process which reads it ends with. */
const CODES = { unreadable: 20, pixels: 21, moves: 22 }

/** Why a picture is not taken: of the file, or because it asks too much of the machine. */
export type Reason = keyof typeof CODES | 'bytes' | 'busy' | 'hard' | 'kind'

/** A picture that is not taken, in the process that reads it. */
export class NotTaken extends Error {
  override name = 'NotTaken'
  constructor(readonly reason: keyof typeof CODES) {
    super(reason)
  }
}

export const codeOf = (reason: keyof typeof CODES): number => CODES[reason]

/** Why the process ended with this code; nothing when it did not say. */
export const reasonOf = (code: number | null): keyof typeof CODES | undefined =>
  (Object.keys(CODES) as (keyof typeof CODES)[]).find((reason) => CODES[reason] === code)

/** What is said to whoever sent it: what was wrong, and what to do. */
export const REFUSALS: Record<Reason, string> = {
  kind: `This is not a picture that can be used here. Choose ${WHAT_IS_TAKEN}.`,
  bytes: TOO_LARGE,
  unreadable:
    'This picture cannot be read: the file is damaged, or is not what its name says. Save it anew from the phone or camera, or choose another one.',
  pixels: `This picture has too many pixels. Choose one of ${LIMITS}, or make it smaller first.`,
  moves: 'This picture moves. Choose one that stands still.',
  hard: 'This picture takes too much time or memory to be made smaller here. Save it smaller, or as a JPEG, and choose that one.',
  busy: 'Other pictures are being made smaller just now. Try again in a minute.',
}
