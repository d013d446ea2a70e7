import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import { costOf } from '../sentences.ts'
import type { MatchRow } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import { findLastRun, type RunRow } from '../operations/runs.ts'
import { type InForce, loadSettings } from '../operations/settings.ts'
import { findStale, type Stale } from '../operations/stale.ts'
import { hasText } from './has-text.ts'
import {
  cutPage,
  inOrder,
  type ListPlace,
  NEVER,
  type Page,
  type PageAsked,
  showPage,
} from './pages.ts'
import { assessAll, findLeftOut, loadPart, type Part } from './part.ts'
import { loadNamed, loadQueue, type Queued } from './queue.ts'
import { inPortions } from '../read.ts'
import { findMatches } from '../store.ts'
import { type Said, whatIsSaid, whyNoNext } from './said.ts'
import { showMatch } from './show-match.ts'
import type { ShownProposal } from './shown.ts'

/** What narrows the draft. */
export type DraftFilter = {
  /** Part of one of the two names. */
  name?: string
  tier?: string
  state?: 'locked' | 'stale'
}

/** A page of the draft. */
export type DraftPage = Page<ShownProposal> & {
  /** Of all pages: how many are locked. */
  locked: number
}

/** A proposal as far as the list is ordered and narrowed by it. */
export type DraftEntry = Pick<
  MatchRow,
  'id' | 'isLocked' | 'mentee' | 'mentor' | 'score' | 'tier'
> & { place: ListPlace; daysWaited?: number; said: Said }

/**
 * The draft in the order of the waiting list; those who do not wait any more come last.
 *
 * @param run the last one, which says who would come next
 */
export const loadDraft = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  queue: Queued[],
  run: RunRow | undefined,
): Promise<DraftEntry[]> => {
  const rows = await findMatches(req, options, { status: { equals: 'proposed' } }, [
    'explanation',
    'isLocked',
    'score',
    'tier',
  ])
  const waiting = new Map(queue.map((one) => [one.id, one]))
  const others = rows.map(({ mentee }) => mentee).filter((id) => !waiting.has(id))
  const named = new Map((await loadNamed(req, options, others)).map((one) => [one.id, one]))
  const { say } = inLanguageOf(req, options)
  const order = inOrder(say.locale)
  const saidOf = whatIsSaid(run)
  return rows
    .map(({ explanation, ...row }): DraftEntry => {
      const { daysWaited, place } = waiting.get(row.mentee) ?? {}
      const name = named.get(row.mentee)?.place.name ?? ''
      const said = saidOf({ ...row, explanation })
      return { ...row, daysWaited, said, place: place ?? { since: NEVER, name, id: row.mentee } }
    })
    .sort((a, b) => order(a.place, b.place))
}

/** What of the draft a filter leaves. @param among which proposals to look. @default all */
const narrowDraft = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  draft: DraftEntry[],
  { name, state, tier }: DraftFilter,
  among = draft,
): Promise<DraftEntry[]> => {
  const found = among.filter(
    (entry) =>
      (tier === undefined || entry.tier === tier) && (state !== 'locked' || entry.isLocked),
  )
  if (name === undefined && state !== 'stale') return found
  const inForce = await loadSettings(req, options)
  const left: DraftEntry[] = []
  for await (const portion of inPortions(found)) {
    const part = await loadPart(req, options, portion, name === undefined)
    const stale =
      state === 'stale' && (await lookAgain(req, options, { draft, inForce, part, rows: portion }))
    const { mentees, mentors } = namesIn(options, part)
    left.push(
      ...portion.filter(
        ({ id, mentee, mentor }) =>
          (!stale || stale.has(id)) &&
          (name === undefined || hasText(name, mentees(mentee), mentors(mentor))),
      ),
    )
  }
  return left
}

const namesIn = (options: ResolvedOptions, part: Part) => {
  const nameOf = (side: 'mentees' | 'mentors') => (id: string) => {
    const person = part[side].get(id)
    return person ? options[side].describe(person).name : ''
  }
  return { mentees: nameOf('mentees'), mentors: nameOf('mentors') }
}

type Looked = { draft: DraftEntry[]; inForce: InForce; part: Part; rows: DraftEntry[] }

/** What of these proposals is no longer as it was. */
export const lookAgain = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { draft, inForce, part, rows }: Looked,
): Promise<Map<string, Stale>> => {
  const proposedTo = new Map<string, number>()
  for (const { mentor } of draft) proposedTo.set(mentor, (proposedTo.get(mentor) ?? 0) + 1)
  const isLeftOut = await findLeftOut(req, options, rows)
  const assessments = assessAll(part, inForce, rows)
  return findStale(
    rows,
    { assessments, isLeftOut, part, proposedTo },
    options,
    inLanguageOf(req, options),
  )
}

/** Reads a page of the draft, with the access of the one who asks. */
export const loadDraftPage = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  asked: { filter: DraftFilter; page: PageAsked },
): Promise<DraftPage> => draftPage(req, options, await readDraft(req, options), asked)

const readDraft = async (req: PayloadRequest, options: ResolvedOptions): Promise<DraftEntry[]> =>
  loadDraft(req, options, await loadQueue(req, options), await findLastRun(req, options))

/**
 * Ids of the proposals that a filter leaves at this moment, in the order of the list.
 *
 * @param only of these; or of all `except` some
 */
export const chooseProposals = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { except, filter, only }: { filter: DraftFilter; only?: string[]; except?: string[] },
): Promise<{ matches: string[] }> => {
  const draft = await readDraft(req, options)
  const wanted = only && new Set(only)
  const unwanted = new Set(except)
  const left = await narrowDraft(
    req,
    options,
    draft,
    filter,
    draft.filter(({ id }) => (wanted?.has(id) ?? true) && !unwanted.has(id)),
  )
  return { matches: left.map(({ id }) => id) }
}

/** The same page, of a draft that has been read already. */
export const draftPage = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  draft: DraftEntry[],
  { filter, page }: { filter: DraftFilter; page: PageAsked },
): Promise<DraftPage> => {
  const left = await narrowDraft(req, options, draft, filter)
  const { say } = inLanguageOf(req, options)
  const cut = cutPage(left, page, inOrder(say.locale))
  return {
    ...(await showPage(cut, (rows) => showProposals(req, options, draft, rows))),
    locked: left.filter(({ isLocked }) => isLocked).length,
  }
}

const showProposals = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  draft: DraftEntry[],
  entries: DraftEntry[],
): Promise<ShownProposal[]> => {
  const language = inLanguageOf(req, options)
  const { say } = language
  const inForce = await loadSettings(req, options)
  const part = await loadPart(req, options, [
    ...entries,
    ...entries.map(({ said }) => ({ mentor: said.nextBest?.mentor })),
  ])
  const stale = await lookAgain(req, options, { draft, inForce, part, rows: entries })
  const assessments = assessAll(part, inForce, entries)
  const found = await findMatches(req, options, { id: { in: entries.map(({ id }) => id) } }, [
    'differences',
    'madeBy',
    'reasons',
    'tierLabel',
  ])
  const rows = new Map(found.map((row) => [row.id, row]))
  const toShown = showMatch(options, part, language)
  const names = namesIn(options, part)
  return entries.flatMap((entry): ShownProposal[] => {
    const row = rows.get(entry.id)
    // Decided in this very moment.
    if (!row) return []
    const { daysWaited, isLocked, said } = entry
    const { lockCost, nextBest } = said
    const assessment = assessments.get(entry.id)
    const next =
      nextBest && part.placesLeft.has(nextBest.mentor) ? names.mentors(nextBest.mentor) : undefined
    return [
      {
        ...toShown({ ...entry, ...row }),
        daysWaited,
        reasons: row.reasons ?? [],
        differences: row.differences ?? [],
        points: assessment && { has: assessment.points, most: assessment.mostPoints },
        isLocked: isLocked === true,
        isByHand: row.madeBy === 'coordinator',
        nextBest: next && nextBest ? { name: next, cost: costOf(nextBest.change, say) } : undefined,
        noNextBest: next || isLocked ? undefined : whyNoNext(said),
        lockCost: isLocked && lockCost ? costOf(lockCost, say) : undefined,
        stale: stale.get(entry.id),
      },
    ]
  })
}
