/** From people and criteria to a checked result: pure TypeScript, without Payload and without a database. */
export {
  assess,
  checkCriteria,
  type Criteria,
  mostPointsOf,
  type Points,
  pointsFor,
  type Rule,
  type Rung,
  type Sides,
} from '../pool/criteria.ts'
export { findEdges } from '../pool/edges.ts'
export { matchPool } from '../pool/match-pool.ts'
export type { Choice, Pool, PoolResult } from '../pool/types.ts'
