import { asAsker, asCode } from '@mentoring/kit/rights'
import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { keyOf, readDocuments } from './documents.ts'
import { lastPublication } from './last-publication.ts'
import { speak } from './languages/index.ts'
import { localAPI } from './local.ts'
import { PUBLISH_SITE } from './queue.ts'
import { findPublications } from './rows.ts'
import { siteThatIsUp } from './site-folder.ts'
import type { DeclaredOptions, DocumentName, Finding } from './types.ts'

/**
 * What became of what was published.
 *
 * - `building` it is on its way
 * - `live` visitors see it, `at` says since when
 * - `leftOut` the rest of the site is up without it; the findings say why
 * - `failed` the site could not be built
 * - `held` an earlier publication was put back, so it waits
 * - `notPublished` it is not public, nor is meant to be
 */
export type Became = {
  state: 'building' | 'failed' | 'held' | 'leftOut' | 'live' | 'notPublished'
  at?: string
  /** Where visitors see it. */
  address?: string
  problem?: string
  findings?: Finding[]
}

/** How the site as a whole stands: the last publication, whether one is on its way, and whether an earlier one is held. */
export type Standing = Pick<Became, 'at' | 'findings' | 'problem' | 'state'> & {
  number?: number
  isHeld: boolean
}

/** What became of a document as it is published now, for whoever may read it. */
export const becameOf = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  document: DocumentName,
): Promise<Became> => {
  const published = await readPublished(req, options, document)
  const up = siteThatIsUp(options.directory)
  const known = up && (await readDocuments(up.folder))?.[keyOf(document)]
  if (known?.at === published) {
    if (!known) return { state: 'notPublished' }
    const findings = await findingsOf(req, document)
    if (findings.length > 0) return { state: 'leftOut', findings }
    return { state: 'live', at: known.since, address: await options.addressOf(document) }
  }
  if (up?.isHeld) return { state: 'held' }
  if (await isOnItsWay(req)) return { state: 'building' }
  const last = await lastPublication({ payload: req.payload, req })
  if (last?.status !== 'failed') return { state: 'building' }
  return { state: 'failed', problem: last.problem ?? '', findings: last.findings ?? [] }
}

/** How the site stands. */
export const standingOf = async (
  req: PayloadRequest,
  { directory }: Pick<DeclaredOptions, 'directory'>,
): Promise<Standing> => {
  const isHeld = siteThatIsUp(directory)?.isHeld === true
  const last = await lastPublication({ payload: req.payload, req })
  const { findings, number, problem, startedAt: at } = last ?? {}
  const state = (await isOnItsWay(req))
    ? 'building'
    : last
      ? last.status === 'failed'
        ? 'failed'
        : 'live'
      : 'notPublished'
  return {
    state,
    isHeld,
    at,
    number: number ?? undefined,
    problem: problem ?? undefined,
    findings: findings ?? [],
  }
}

/**
 * When a document was changed last, as it is published; nothing of one that is not public.
 *
 * @throws Refused when it is not watched or whoever asks may not see it.
 */
const readPublished = async (
  req: PayloadRequest,
  { watch }: DeclaredOptions,
  document: DocumentName,
): Promise<string | undefined> => {
  const isWatched =
    'global' in document
      ? watch.globals?.some((slug) => slug === document.global)
      : watch.collections?.some((slug) => slug === document.collection)
  const unknown = () => new Refused(404, speak(req.i18n)('noDocument'))
  if (!isWatched) throw unknown()
  const row =
    'global' in document
      ? await localAPI(req.payload).findGlobal({ ...asAsker(req), slug: document.global })
      : await localAPI(req.payload).findByID({ ...asAsker(req), ...document, disableErrors: true })
  if (!row) throw unknown()
  const { _status: status, updatedAt } = row as { _status?: string; updatedAt?: string }
  return status === undefined || status === 'published' ? updatedAt : undefined
}

const findingsOf = async (req: PayloadRequest, document: DocumentName): Promise<Finding[]> => {
  const place =
    'global' in document
      ? `/globals/${document.global}`
      : `/collections/${document.collection}/${document.id}`
  const [live] = await findPublications(req, { status: { equals: 'live' } }, { limit: 1 })
  return (live?.findings ?? []).filter(({ path }) => path === place)
}

const isOnItsWay = async (req: PayloadRequest): Promise<boolean> => {
  const [building] = await findPublications(req, { status: { equals: 'building' } }, { limit: 1 })
  if (building) return true
  const { totalDocs } = await localAPI(req.payload).count({
    ...asCode(req),
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: PUBLISH_SITE } },
        { hasError: { not_equals: true } },
        { completedAt: { exists: false } },
      ],
    },
  })
  return totalDocs > 0
}
