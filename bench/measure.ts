import { solveAssignment, verifyAssignment } from '@mentoring/assignment'

import { median } from './median.ts'
import { readProblem } from './mmi.ts'

/** What one process measured on one problem; times in milliseconds, memory in MB. */
export type Measured = {
  mentees: number
  mentors: number
  edges: number
  matched: number
  total: number
  isProved: boolean
  /** Elapsed time of the first solve in a fresh process, and the median of the later ones. */
  first: number
  warm: number
  /** Processor time of all threads, median of the later solves. */
  cpu: number
  verify: number
  /** Highest resident memory of the process, and what it had before the first solve. */
  peak: number
  before: number
}

// Run by run.ts, as one bundled file in a process of its own: node measure.mjs FILE REPEATS yes|no
const [file = '', repeats, waiting] = process.argv.slice(2)
const read = readProblem(file)
const problem = waiting === 'yes' ? read : { ...read, waiting: undefined }
const before = process.resourceUsage().maxRSS / 1024
const times: number[] = []
const cpus: number[] = []
let assignment = solveOnce()
for (let x = 0; x < Number(repeats); x++) assignment = solveOnce()
const started = performance.now()
const { valid } = verifyAssignment(problem, assignment)
const verify = performance.now() - started
const measured: Measured = {
  mentees: problem.rowStart.length - 1,
  mentors: problem.capacity.length,
  edges: problem.mentor.length,
  matched: assignment.matched,
  total: assignment.total,
  isProved: valid,
  first: times[0]!,
  warm: median(times.slice(1)),
  cpu: median(cpus.slice(1)),
  verify,
  peak: process.resourceUsage().maxRSS / 1024,
  before,
}
console.log(JSON.stringify(measured))

function solveOnce() {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const result = solveAssignment(problem)
  times.push(performance.now() - start)
  const { user, system } = process.cpuUsage(cpu)
  cpus.push((user + system) / 1000)
  return result
}
