import { KINDS } from '../snapshot.ts'

/** The two sign-up forms: `mentor` and `mentee`. */
export default KINDS
