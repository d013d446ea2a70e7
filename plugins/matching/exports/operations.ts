/** What the actions and pages do, for code of a project's own: each keeps the rules and asks for the rights of `req`. */
export { loadWorkspace } from '../operations/load-workspace.ts'
export { runMatching } from '../operations/run.ts'
export { suggest } from '../operations/suggest.ts'
export { optionsOf } from '../options.ts'
export { optionsFor } from '../options-for.ts'
