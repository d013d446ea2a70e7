import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { isCoordinator, mayReadFigures } from '../../collections/access.ts'
import { markExitSeen } from '../matches/end-match.ts'
import { inMatch } from '../matches/in-match.ts'
import { defineAction } from '@mentoring/kit/action'
import { removePlace, setAttendance } from '../training/training.ts'
import type { MatchContext } from '../matches/types.ts'
import { ATTENTION, type AttentionKind } from './attention.ts'
import { loadAttention } from './load-attention.ts'
import { loadStatistics, statisticsCSV } from './load-statistics.ts'
import { type Coordinator, ON_BEHALF } from './on-behalf.ts'
import { placesCSV } from './places-csv.ts'

const id = z.string().min(1).max(64)
const reason = z
  .string()
  .trim()
  .min(1, 'Say why, for whoever reads the history later.')
  .max(1000, 'The note must be 1,000 characters or fewer.')

/** A file for a spreadsheet at `/api/mentoring/<name>.csv`. */
const download = (
  name: string,
  file: string,
  access: typeof isCoordinator,
  load: (req: PayloadRequest) => Promise<string>,
): Endpoint => ({
  path: `/mentoring/${name}.csv`,
  method: 'get',
  handler: async (req) => {
    if (!access({ req })) return Response.json({ message: NOT_ALLOWED }, { status: 403 })
    return new Response(await load(req), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
})

const NOT_ALLOWED = 'Only coordinators can do this.'

const door = <T>(
  name: string,
  body: z.ZodType<T>,
  act: (req: PayloadRequest, input: T) => Promise<object>,
  access = isCoordinator,
): Endpoint =>
  defineAction({
    path: `/mentoring/${name}`,
    access,
    notAllowed: NOT_ALLOWED,
    body,
    problemIn: ({ message }) => message,
    act,
  })

const action = <T>(
  name: string,
  body: z.ZodType<T>,
  work: (req: PayloadRequest, input: T) => Promise<void>,
): Endpoint =>
  door(name, body, async (req, input) => {
    await work(req, input)
    return { done: true }
  })

const kind = z.enum(Object.keys(ATTENTION) as AttentionKind[])
const attention = z.strictObject({
  kind: kind.optional(),
  after: z.strictObject({ kind, at: z.iso.datetime(), id }).optional(),
})

/** Something is done with a match under its lock, as a coordinator. */
const onMatch = (
  name: string,
  body: z.ZodType<OnMatch>,
  work: (context: MatchContext, actor: Coordinator, input: OnMatch) => Promise<void>,
): Endpoint =>
  action(name, body, (req, input) =>
    inMatch(req, input.match, (context) =>
      work(
        context,
        { by: 'coordinator', user: String(req.user!.id), note: input.note ?? '' },
        input,
      ),
    ),
  )

type OnMatch = { match: string; note?: string }

/**
 * The coordinators' actions, under `/api/mentoring/`.
 */
export const coordinatorEndpoints: Endpoint[] = [
  ...ON_BEHALF.map(({ name, shape, work }) =>
    onMatch(name, z.strictObject({ match: id, note: reason, ...shape }), work),
  ),
  onMatch('seen', z.strictObject({ match: id }), markExitSeen),
  action(
    'attendance',
    z.strictObject({ place: id, hasAttended: z.boolean() }),
    (req, { hasAttended, place }) => setAttendance(req, place, hasAttended),
  ),
  action('give-back', z.strictObject({ place: id }), (req, { place }) => removePlace(req, place)),
  door('attention', attention, (req, asked) => loadAttention(req, new Date(), asked)),
  door('figures', z.strictObject({}), (req) => loadStatistics(req, new Date()), mayReadFigures),
  download('statistics', 'mentoring-figures', mayReadFigures, async (req) =>
    statisticsCSV(await loadStatistics(req, new Date())),
  ),
  download('places', 'training-places', isCoordinator, (req) =>
    placesCSV(req, req.searchParams.get('day') ?? ''),
  ),
]
