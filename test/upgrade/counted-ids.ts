import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Ids in the order in which they are made, for a fixture that comes out the same each time: what a matching
 * run proposes among equals depends on the order of ids. Imported before anything that makes one.
 */
let count = 0

const next = (): `${string}-${string}-${string}-${string}-${string}` =>
  `00000000-0000-4000-8000-${(count += 1).toString(16).padStart(12, '0')}`

crypto.randomUUID = next
globalThis.crypto.randomUUID = next
syncBuiltinESMExports()
