import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

import { type Choice, findEdges, matchPool, mostPointsOf } from '@mentoring/matching/pool'

import { starterDefinition } from '../globals/starter-definition.ts'
import { criteriaOf } from '../programme/matches/criteria.ts'
import { generatePeople } from './generate-people.ts'
import { median } from './median.ts'

const CRITERIA = criteriaOf(starterDefinition())

type Case = {
  name: string
  mentees: number
  mentors: number
  /** From people to scored pairs only, or a whole run with its explanations. */
  what: 'edges' | 'run'
  choice?: Choice
  /** Locks a coordinator has set. */
  locks?: number
  repeats: number
  /** Most processor time of the first time in a fresh process, in milliseconds. */
  target?: number
}

/** Only pairs on a rung will do. */
const BEST_FIT: Choice = { least: mostPointsOf(CRITERIA) + 1 }

const daily = { mentees: 500, mentors: 200, what: 'run', repeats: 20 } as const
const large = { mentees: 2000, mentors: 600, what: 'run', repeats: 5 } as const
const huge = { mentees: 5000, mentors: 5000, what: 'edges', repeats: 3 } as const

const CASES: Case[] = [
  { name: '5,000 × 5,000 people scored', ...huge, target: 2000 },
  { name: '5,000 × 5,000 people scored, best fit only', ...huge, choice: BEST_FIT, target: 2000 },
  { name: 'daily pool, 500 × 200', ...daily },
  { name: 'daily pool, best fit only', ...daily, choice: BEST_FIT },
  { name: 'daily pool, spread', ...daily, choice: { isSpread: true } },
  { name: 'daily pool, 50 locks', ...daily, locks: 50 },
  { name: '2,000 × 600', ...large },
  { name: '2,000 × 600, best fit only', ...large, choice: BEST_FIT },
  { name: '2,000 × 600, spread', ...large, choice: { isSpread: true } },
  { name: '2,000 × 600, 50 locks', ...large, locks: 50 },
]

/** The first time in a fresh process and its processor time, and the median of the later ones. */
type Measured = {
  edges: number
  pairs: number
  first: number
  cpu: number
  warm: number
  peak: number
}

// `npm run bench:people`: each case in a process of its own, which is given its number.
const [number] = process.argv.slice(2)
if (number === undefined) reportAll()
else console.log(JSON.stringify(measure(CASES[Number(number)]!)))

function reportAll(): void {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
  console.log(
    '| case | pairs possible | pairs made | first ms | cpu ms | warm ms | peak memory MB |',
  )
  console.log(`|${' --- |'.repeat(7)}`)
  CASES.forEach(({ name, target = Infinity }, at) => {
    const script = fileURLToPath(import.meta.url)
    const args = ['--import', 'tsx', script, String(at)]
    const { cpu, edges, first, pairs, peak, warm } = JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8' }),
    ) as Measured
    const isMissed = cpu > target
    if (isMissed) process.exitCode = 1
    const cells = [
      name,
      edges.toLocaleString('en-GB'),
      pairs > 0 ? pairs.toLocaleString('en-GB') : '',
      first.toFixed(0),
      `${cpu.toFixed(0)}${isMissed ? ' !' : ''}`,
      warm.toFixed(0),
      peak.toFixed(0),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  })
}

function measure({ choice, locks = 0, mentees, mentors, repeats, what }: Case): Measured {
  const people = generatePeople(mentees, mentors, 1)
  const pool = {
    ...people,
    leftOut: [],
    locks: people.mentees.slice(0, locks).map(({ id }, n) => ({
      mentee: id,
      mentor: people.mentors[n % mentors]!.id,
    })),
  }
  const once = (): { edges: number; pairs: number } => {
    if (what === 'edges') {
      return { edges: findEdges(pool, CRITERIA, choice?.least).mentor.length, pairs: 0 }
    }
    const { edges, pairs } = matchPool(pool, CRITERIA, choice)
    return { edges, pairs: pairs.length }
  }
  const times: number[] = []
  const before = process.cpuUsage()
  const start = performance.now()
  const found = once()
  const first = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  for (let n = 0; n < repeats; n++) {
    const start = performance.now()
    once()
    times.push(performance.now() - start)
  }
  return {
    ...found,
    first,
    cpu: (user + system) / 1000,
    warm: median(times),
    peak: process.resourceUsage().maxRSS / 1024,
  }
}
