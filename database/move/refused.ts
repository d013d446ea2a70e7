/** Why a move can't begin or go on, in words for the one who runs it. Holds no personal data. */
export class MoveRefused extends Error {
  override name = 'MoveRefused'
}
