import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import { whyNot } from '../sentences.ts'
import type { Person, ResolvedOptions } from '../types.ts'
import { findLastRun, type RunRow } from '../operations/runs.ts'
import { hasText } from './has-text.ts'
import { cutPage, inOrder, type Page, type PageAsked, showPage } from './pages.ts'
import { loadPart } from './part.ts'
import { loadQueue, type Queued } from './queue.ts'
import { inPortions } from '../read.ts'
import { findMatches, findPeople } from '../store.ts'
import type { WaitingMentee } from './shown.ts'

/** What narrows the waiting list. */
export type WaitingFilter = {
  /** Part of name or background. */
  text?: string
  /** What people share on a rung, by its label, such as { Country: 'Sudan' }. */
  groups?: Record<string, string>
  /** Waiting for so many days or longer. */
  days?: number
  draft?: 'with' | 'without'
  /** Only those the last run has no proposal for; without a draft, those it says why of. */
  isLeftOver?: boolean
}

/** A page of the waiting list. */
export type WaitingPage = Page<WaitingMentee> & {
  /** All who wait, whatever the filter. */
  all: number
}

/** Reads a page of the waiting list, with the access of the one who asks. */
export const loadWaiting = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  asked: { filter: WaitingFilter; page: PageAsked },
): Promise<WaitingPage> => {
  const proposals = await findMatches(req, options, { status: { equals: 'proposed' } }, [])
  return waitingPage(req, options, {
    ...asked,
    proposedTo: new Map(proposals.map(({ mentee, mentor }) => [mentee, mentor])),
    queue: await loadQueue(req, options),
    run: await findLastRun(req, options),
  })
}

type Known = {
  filter: WaitingFilter
  page: PageAsked
  /** Ids of mentors by those of the mentees they are proposed to. */
  proposedTo: Map<string, string>
  queue: Queued[]
  run?: RunRow
}

/** The same, of what has been read already. */
export const waitingPage = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { filter, page, proposedTo, queue, run }: Known,
): Promise<WaitingPage> => {
  const { say } = inLanguageOf(req, options)
  const why = whyOf(req, options, run, proposedTo.size > 0)
  const order = inOrder(say.locale)
  const { days = 0, draft, isLeftOver } = filter
  const found = queue
    .filter(
      ({ daysWaited, id }) =>
        daysWaited >= days &&
        (draft === undefined || (draft === 'with') === proposedTo.has(id)) &&
        (!isLeftOver || (!proposedTo.has(id) && (proposedTo.size > 0 || why(id) !== undefined))),
    )
    .sort((a, b) => order(a.place, b.place))
  const left = await narrowByRecord(req, options, found, filter)
  const cut = await showPage(cutPage(left, page, order), async (rows) => {
    const part = await loadPart(
      req,
      options,
      rows.map(({ id }) => ({ mentee: id, mentor: proposedTo.get(id) })),
    )
    return rows.flatMap(({ daysWaited, id }): WaitingMentee[] => {
      const person = part.mentees.get(id)
      if (!person) return []
      const mentor = part.mentors.get(proposedTo.get(id) ?? '')
      return [
        {
          id,
          daysWaited,
          proposedTo: mentor && options.mentors.describe(mentor).name,
          whyNot: why(id),
          ...options.mentees.describe(person),
        },
      ]
    })
  })
  return { ...cut, all: queue.length }
}

/** Of those found, whom a filter leaves that only the project's functions can read. */
const narrowByRecord = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  found: Queued[],
  { groups = {}, text }: WaitingFilter,
): Promise<Queued[]> => {
  const wanted = Object.entries(groups)
  if (!text && wanted.length === 0) return found
  const left: Queued[] = []
  for await (const portion of inPortions(found)) {
    const people = await findWhole(req, options, portion)
    left.push(
      ...portion.filter(({ id }) => {
        const person = people.get(id)
        if (!person) return false
        const { name, summary } = options.mentees.describe(person)
        const own = groupsOf(options, person)
        return (
          (!text || hasText(text, name, summary)) &&
          wanted.every(([label, group]) =>
            own.some((one) => one.label === label && one.names.includes(group)),
          )
        )
      }),
    )
  }
  return left
}

const findWhole = async (
  req: PayloadRequest,
  { mentees }: ResolvedOptions,
  queued: { id: string }[],
): Promise<Map<string, Person>> => {
  const people = await findPeople(req, mentees.slug, {
    id: { in: queued.map(({ id }) => id) },
  })
  return new Map(people.map((person) => [`${person.id}`, person]))
}

/** What people can be grouped by, such as { label: 'Country', names: ['Sudan'] }. */
export type Group = { label: string; names: string[] }

/** What somebody is grouped by. As declared, not as the ladder is in force. */
const groupsOf = ({ criteria: { ladder } }: ResolvedOptions, person: Person): Group[] =>
  ladder.flatMap(({ group, of }) =>
    group ? [{ label: group.label, names: of.mentee(person).map(group.nameOf) }] : [],
  )

/** What the waiting list can be narrowed by: all groups that occur, by name. */
export const loadGroups = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<{ groups: Group[] }> => {
  const { say } = inLanguageOf(req, options)
  const found = new Map<string, Set<string>>()
  for await (const portion of inPortions(await loadQueue(req, options))) {
    for (const person of (await findWhole(req, options, portion)).values()) {
      for (const { label, names } of groupsOf(options, person)) {
        const known = found.get(label) ?? new Set()
        for (const name of names) known.add(name)
        found.set(label, known)
      }
    }
  }
  const byName = (a: string, b: string) => a.localeCompare(b, say.locale)
  const groups = [...found].map(([label, names]) => ({ label, names: [...names].sort(byName) }))
  return { groups }
}

/** Says of a mentee why the last run found no mentor for them. */
const whyOf = (
  req: PayloadRequest,
  options: ResolvedOptions,
  run: RunRow | undefined,
  hasDraft: boolean,
): ((id: string) => string | undefined) => {
  const { say, words } = inLanguageOf(req, options)
  const why = new Map((run?.record.unmatched ?? []).map((entry) => [entry.mentee, entry]))
  const wasAsked = new Set(run?.record.mentees.map(({ id }) => id))
  return (id) => {
    const entry = why.get(id)
    if (entry) return whyNot(entry, { criteria: options.criteria, words }, say)
    return hasDraft && run && !wasAsked.has(id) ? say('notAsked') : undefined
  }
}
