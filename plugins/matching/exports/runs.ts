/** What a stored run was given, and whether it still finds the same: for those who move or keep runs. */
export { fromText, toText } from '../operations/input-text.ts'
export { repeats, type RunRow } from '../operations/runs.ts'
