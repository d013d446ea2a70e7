import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type GenerateOptions, generateProblem } from './generate.ts'
import type { Measured } from './measure.ts'
import { writeProblem } from './mmi.ts'

type Case = {
  name: string
  options: Omit<GenerateOptions, 'tightness' | 'seed'>
  repeats: number
  /** Targets: warm solve in milliseconds, and processor time as a share of the peer's. */
  target: { warm: number; ratio: number }
}

const CASES: Case[] = [
  {
    name: 'daily pool of 500',
    options: { mentees: 500, countries: 10, regions: 3, isOpen: true },
    repeats: 200,
    target: { warm: 5, ratio: 0.5 },
  },
  {
    name: '5,000, up to 50 candidates',
    options: { mentees: 5000, candidates: 50 },
    repeats: 20,
    target: { warm: 40, ratio: 0.4 },
  },
  {
    name: '20,000, all candidates',
    options: { mentees: 20_000 },
    repeats: 5,
    target: { warm: 500, ratio: 0.25 },
  },
  {
    name: '100,000, up to 64 candidates',
    options: { mentees: 100_000, candidates: 64 },
    repeats: 3,
    target: { warm: 2000, ratio: 0.15 },
  },
]
const TIGHTNESS = [0.8, 0.95, 1, 1.1, 1.5]

const COLUMNS =
  '| case | edges | first ms | warm ms | cpu ms | verify ms | memory MB | peer cpu ms | ratio |'

// `npm run bench [-- FOLDER of .mmi files | start of a case's name]`; PEERS names a program to compare with, see README.md.
const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
let failures = 0
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
  console.log(`${COLUMNS}\n|${' --- |'.repeat(9)}`)
  const wish = process.argv[2] ?? ''
  if (existsSync(wish)) {
    for (const file of readdirSync(wish).sort()) {
      if (file.endsWith('.mmi')) reportBoth(basename(file, '.mmi'), join(wish, file), 3)
    }
  } else {
    for (const each of CASES.filter(({ name }) => name.startsWith(wish))) {
      for (const tightness of TIGHTNESS) runCase(each, tightness)
    }
  }
} finally {
  rmSync(scratch, { recursive: true })
}
if (failures > 0) {
  console.log(`\n${failures} results are wrong or miss their target (marked !).`)
  process.exitCode = 1
}

function runCase({ name, options, repeats, target }: Case, tightness: number): void {
  const file = join(scratch, 'case.mmi')
  writeProblem(file, generateProblem({ ...options, tightness, seed: 1 }))
  reportBoth(`${name}, places × ${tightness}`, file, repeats, target)
}

/** Without waiting days it is the problem that the peer solves; with them, the product's own. */
function reportBoth(name: string, file: string, repeats: number, target?: Case['target']): void {
  report(name, file, repeats, 'no', target, comparePeer(file, repeats))
  report(`${name}, waiting`, file, repeats, 'yes', target)
}

type Peer = { card: number; total: number; cpu: number }

function report(
  name: string,
  file: string,
  repeats: number,
  waiting: 'yes' | 'no',
  target?: Case['target'],
  peer?: Peer,
): void {
  const measured = measure(file, repeats, waiting)
  const isWrong =
    !measured.isProved ||
    (peer && (peer.card !== measured.matched || peer.total !== measured.total))
  const ratio = peer && measured.cpu / peer.cpu
  const flag = (isMissed: boolean | undefined) => {
    if (isMissed) failures++
    return isMissed ? ' !' : ''
  }
  const cells = [
    `${name}${isWrong ? ' WRONG' : ''}${flag(isWrong)}`,
    measured.edges.toLocaleString('en-GB'),
    measured.first.toFixed(0),
    `${measured.warm.toFixed(1)}${flag(target && measured.warm > target.warm)}`,
    measured.cpu.toFixed(1),
    measured.verify.toFixed(1),
    `${measured.before.toFixed(0)} → ${measured.peak.toFixed(0)}`,
    peer ? peer.cpu.toFixed(1) : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)}${flag(target && ratio > target.ratio)}`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function measure(file: string, repeats: number, waiting: string): Measured {
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url))
  const args = ['--import', 'tsx', script, file, String(repeats), waiting]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

/** Processor time of the peer's network simplex, with building its graph, as in our own solve. */
function comparePeer(file: string, repeats: number): Peer | undefined {
  const { PEERS } = process.env
  if (!PEERS) return undefined
  const args = [file, 'lemon-ns', String(Math.min(repeats, 5))]
  const { card, total, build, solve } = JSON.parse(execFileSync(PEERS, args, { encoding: 'utf8' }))
  return { card, total, cpu: build + solve }
}
