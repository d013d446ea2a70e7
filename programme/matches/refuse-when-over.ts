import { Refused } from '@mentoring/kit/refused'

import { OPEN } from '../clock/states.ts'
import type { MatchContext } from './types.ts'

/**
 * Leaves what belongs to a match as it was at its end.
 *
 * @param what that which stays, as the end of a sentence
 * @throws Refused when the match is over
 */
export const refuseWhenOver = ({ facts }: Pick<MatchContext, 'facts'>, what: string): void => {
  if (!OPEN.includes(facts.state)) throw new Refused(409, `This match is over, so ${what}.`)
}
