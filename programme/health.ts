import type { Endpoint } from 'payload'

/** Jobs run every second; after this long without one, in milliseconds, something is wrong. */
const LONGEST_SILENCE = 60_000

/**
 * `GET /api/health`: do database and jobs work? The server's `/healthz` asks it and adds the pages.
 */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    const database = await payload.db
      .count({ collection: 'users' })
      .then(() => true)
      .catch(() => false)
    const jobs =
      payload.crons.length > 0 &&
      payload.crons.every((cron) => {
        const last = cron.previousRun()
        return last !== null && Date.now() - last.getTime() < LONGEST_SILENCE
      })
    return Response.json(
      { database, jobs },
      { status: database && jobs ? 200 : 503, headers: { 'cache-control': 'no-store' } },
    )
  },
}
