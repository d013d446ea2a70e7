import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { isCoordinator, mayReadFigures } from '../../collections/access.ts'
import { ROLES } from '../clock/facts.ts'
import { noteContact } from '../matches/contact.ts'
import { answerGoOn, endMatch, markExitSeen } from '../matches/end-match.ts'
import { extendOnBehalf } from '../matches/extension.ts'
import { inMatch } from '../matches/in-match.ts'
import { defineAction } from '@mentoring/kit/action'
import { moveDates } from '../matches/move-dates.ts'
import { removePlace, setAttendance } from '../training/training.ts'
import type { Actor, MatchContext } from '../matches/types.ts'
import { loadStatistics, statisticsCSV } from './load-statistics.ts'
import { placesCSV } from './places-csv.ts'

const id = z.string().min(1).max(64)
const reason = z
  .string()
  .trim()
  .min(1, 'Say why, for whoever reads the history later.')
  .max(1000, 'The note must be 1,000 characters or fewer.')
const onBehalf = z.strictObject({ match: id, note: reason })
/** A day as date inputs have it; noon in UTC is that day in the UK too. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a date.')
  .transform((text) => new Date(`${text}T12:00:00.000Z`))
  .refine((date) => !Number.isNaN(date.getTime()), 'Choose a date.')

type Coordinator = Actor & { by: 'coordinator' }

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

const onMatch = <T extends { match: string; note?: string }>(
  name: string,
  shape: z.ZodType<T>,
  work: (context: MatchContext, actor: Coordinator, input: T) => Promise<void>,
): Endpoint =>
  action(name, shape, (req, input) =>
    inMatch(req, input.match, (context) =>
      work(
        context,
        { by: 'coordinator', user: String(req.user!.id), note: input.note ?? '' },
        input,
      ),
    ),
  )

const NOT_ALLOWED = 'Only coordinators can do this.'

const action = <T>(
  name: string,
  body: z.ZodType<T>,
  work: (req: PayloadRequest, input: T) => Promise<void>,
): Endpoint =>
  defineAction({
    path: `/mentoring/${name}`,
    access: isCoordinator,
    notAllowed: NOT_ALLOWED,
    body,
    problemIn: ({ message }) => message,
    act: async (req, input) => {
      await work(req, input)
      return { done: true }
    },
  })

/**
 * The coordinators' actions, under `/api/mentoring/`.
 */
export const coordinatorEndpoints: Endpoint[] = [
  onMatch('contact', onBehalf, (context, actor) => noteContact(context, actor)),
  onMatch('extend', onBehalf, extendOnBehalf),
  onMatch('end', onBehalf, (context, actor) => endMatch(context, actor)),
  onMatch(
    'another',
    z.strictObject({
      match: id,
      note: reason,
      role: z.enum(ROLES),
      wantsAnother: z.boolean(),
    }),
    (context, actor, { role, wantsAnother }) => answerGoOn(context, role, wantsAnother, actor),
  ),
  onMatch('seen', z.strictObject({ match: id }), markExitSeen),
  onMatch(
    'move',
    z.strictObject({
      match: id,
      note: reason,
      endsOn: day.optional(),
      firstContactDue: day.optional(),
    }),
    (context, actor, { endsOn, firstContactDue }) =>
      moveDates(context, actor, { endsOn, firstContactDue }),
  ),
  action(
    'attendance',
    z.strictObject({ place: id, hasAttended: z.boolean() }),
    (req, { hasAttended, place }) => setAttendance(req, place, hasAttended),
  ),
  action('give-back', z.strictObject({ place: id }), (req, { place }) => removePlace(req, place)),
  download('statistics', 'mentoring-figures', mayReadFigures, async (req) =>
    statisticsCSV(await loadStatistics(req, new Date())),
  ),
  download('places', 'training-places', isCoordinator, (req) =>
    placesCSV(req, req.searchParams.get('day') ?? ''),
  ),
]
