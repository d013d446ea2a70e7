import type { Part, Run } from './layout.ts'
import type { Prices } from './prices.ts'
import { sortEdges, sortShort, type SortScratch } from './sort.ts'

/**
 * Rows of edges, one for each seeker, sorted by rising cost, then host, so that a scan can stop at the first
 * edge that is too dear. Few scans get far: a row starts with its cheapest edges, and gets the others
 * when a scan has come to the end of those.
 *
 * An edge costs what its row says less the price of its host. The further prices fall, the less this order
 * says, and the longer scans get. So now and then prices are *absorbed*: what they have come to is made
 * part of the costs, they start at 0 again, and rows are listed anew.
 */
export type Rows = {
  /** Where each row starts in `edge`, -1 for one not yet listed. */
  start: Int32Array
  /**
   * A row has two numbers for each edge: cost, host. The two before its start, next to it in memory, say
   * where it ends, and what the edges cost at least that are not listed, `WHOLE` when all are.
   */
  edge: Int32Array
  /** How much of `edge` is in use. */
  size: number
  /** How much of `edge` searches have looked at since prices were absorbed. */
  looked: number
  /** Per host: the part of their price that costs contain, 0 or less. */
  absorbed: Int32Array
  /** Whether any are in the costs of this part; its rows are then listed whole. */
  isAbsorbed: boolean
  /** How far above its cheapest edge a row is listed at first: follows from the rows before. */
  reach: number
  source: Source
  sort: SortScratch
}

/** Where the edges of one part's seekers come from, as costs. */
export type Source = {
  /** Which people of a part the rows are of, and which they lead to. */
  seekers: 'mentees' | 'mentors'
  hosts: 'mentees' | 'mentors'
  /** How much room the rows of any part need. */
  room: number
  /** Gets ready for a part in which edges of mentees from `late` on cost `handicap` more. */
  startPart: (part: Part, late: number, handicap: number) => void
  /** All edges of a seeker, or at least those that cost at most `reach` more than the cheapest. */
  read: (seeker: number, reach: number) => Span
}

/**
 * Edges `edge[from]` … `edge[to - 1]`, two numbers for each: cost, host, by rising host. Others cost at least
 * `rest`, see `Rows`.
 */
export type Span = { edge: Int32Array; from: number; to: number; rest: number }

/**
 * About how many edges a row should have at first. When more than `MANY` are near, the row gets all.
 */
const FEW = 8
const ENOUGH = 16
const MANY = 40

/** No edge costs more, also with prices absorbed. */
export const MAX_COST = 2 ** 31 - 1
/** Stands for what the other edges of a row cost at least when there are none. */
export const WHOLE = -1
/** Keeps the difference of a cost to the most that is near within 32 bits. */
const MAX_REACH = 2 ** 30

/** How much room `count` rows with `edges` edges together need: for the start of each and all of it. */
export function roomForRows(count: number, edges: number): number {
  return 2 * (edges + Math.min(edges, MANY * count) + 2 * count + 1)
}

/**
 * Makes `count` empty rows to `hosts` hosts. Memory that no row is written to is never really taken.
 */
export function makeRows(count: number, hosts: number, source: Source, sort: SortScratch): Rows {
  return {
    start: new Int32Array(count).fill(-1),
    edge: new Int32Array(source.room),
    size: 0,
    looked: 0,
    absorbed: new Int32Array(hosts),
    isAbsorbed: false,
    reach: 0,
    source,
    sort,
  }
}

/** Gets rows ready for a part, see `Source`; those of the part before are gone. */
export function startPart(rows: Rows, part: Part, late: number, handicap: number): void {
  rows.size = 0
  rows.looked = 0
  rows.isAbsorbed = false
  rows.reach = (part.dearest + handicap) >> 3
  rows.source.startPart(part, late, handicap)
}

/**
 * Makes prices part of the costs, which are at most `dearest` without, as far as they remain 32-bit integers.
 * The rows of `seekers`, who are all that have an edge to `hosts`, will be listed anew.
 */
export function absorbPrices(
  rows: Rows,
  price: Prices,
  seekers: Run,
  hosts: Run,
  dearest: number,
): void {
  const { absorbed } = rows
  for (let h = hosts.from; h < hosts.to; h++) {
    const whole = absorbed[h] + price[h]
    absorbed[h] = Math.max(whole, dearest - MAX_COST)
    price[h] = whole - absorbed[h]
  }
  rows.start.fill(-1, seekers.from, seekers.to)
  rows.size = 0
  rows.looked = 0
  rows.isAbsorbed = true
}

/**
 * Lists the cheapest edges of a seeker, or all: those listed before come first again. Returns where the
 * row starts.
 */
export function openRow(rows: Rows, seeker: number, isWhole: boolean): number {
  const start = rows.size + 2
  const isNear = !isWhole && !rows.isAbsorbed
  const end = (isNear && listNear(rows, seeker, start)) || listAll(rows, seeker, start)
  rows.edge[start - 2] = end
  rows.start[seeker] = start
  rows.size = end
  return start
}

function listAll(rows: Rows, seeker: number, start: number): number {
  const { edge, sort, source } = rows
  const span = source.read(seeker, MAX_COST)
  const { from } = span
  const length = span.to - from
  const all = rows.isAbsorbed ? sort.edge : span.edge
  const first = rows.isAbsorbed ? 0 : from
  if (rows.isAbsorbed) addAbsorbed(rows, span)
  let low = MAX_COST
  let high = 0
  for (let e = first; e < first + length; e += 2) {
    if (all[e] < low) low = all[e]
    if (all[e] > high) high = all[e]
  }
  sortEdges(sort, all, first, first + length, low, high, edge, start)
  edge[start - 1] = WHOLE
  return start + length
}

/** Writes edges to the scratch memory, with absorbed prices in their costs. */
function addAbsorbed({ absorbed, sort: { edge } }: Rows, { edge: all, from, to }: Span): void {
  for (let e = from, at = 0; e < to; e += 2, at += 2) {
    const host = all[e + 1]
    edge[at] = all[e] - absorbed[host]
    edge[at + 1] = host
  }
}

/** Lists edges that cost little more than the cheapest; returns their end, 0 when they are none or too many. */
function listNear(rows: Rows, seeker: number, start: number): number {
  const { edge, source } = rows
  const { near } = rows.sort
  let { reach } = rows
  const { edge: all, from, to, rest } = source.read(seeker, reach)
  let low = MAX_COST - 1
  for (let e = from; e < to; e += 2) if (all[e] < low) low = all[e]
  // What is near costs at most this; any cost of 0 or more can be compared with it in 32 bits.
  const most = Math.min(low + reach, MAX_COST - 1)
  let count = 0
  for (let e = from; e < to; e += 2) {
    near[count] = e
    count += stepIfNear(all[e], most)
  }
  const isAll = count === (to - from) >> 1
  if (count > ENOUGH) reach -= reach >> 2
  else if (count < FEW && !(isAll && rest === WHOLE)) {
    reach = Math.min(MAX_REACH, reach + (reach >> 2) + 1)
  }
  rows.reach = reach
  if (count > MANY || (count === 0 && rest !== WHOLE)) return 0
  const end = start + 2 * count
  for (let x = 0, at = start; x < count; x++, at += 2) {
    edge[at] = all[near[x]]
    edge[at + 1] = all[near[x] + 1]
  }
  sortShort(edge, start, end, edge, start)
  edge[start - 1] = isAll ? rest : most + 1
  return end
}

/**
 * 1 when `cost` is at most `most`, else 0: how far to go on after an edge that was written in case it
 * is near. Their difference must fit into 32 bits, else the answer is 0. No branch, as nobody could
 * guess which way it goes.
 */
export function stepIfNear(cost: number, most: number): number {
  return ((cost - most - 1) >> 31) & 1
}
