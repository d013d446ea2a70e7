/** What others ask for while something large goes on: a page of the site, a list of the admin, the health. */
const ROUTES = ['/', '/api/mentees?limit=10&depth=0', '/healthz']

const EVERY_MS = 100

/** So many of a hundred took no longer, in whole milliseconds. */
export const percentile = (times: number[], percent: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(
    sorted[Math.min(sorted.length, Math.ceil((sorted.length * percent) / 100)) - 1] ?? 0,
  )
}

/**
 * Asks the server for something every tenth of a second, whether or not it has answered, until it is
 * stopped. It then says how long that took.
 */
export const probe = (url: string, token: string): { stop: () => Promise<string> } => {
  const asked: Promise<{ problem?: string; ms: number }>[] = []
  const timer = setInterval(() => {
    const start = performance.now()
    const route = ROUTES[asked.length % ROUTES.length]!
    asked.push(
      fetch(url + route, { headers: { authorization: `JWT ${token}` } }).then(
        async (answer) => {
          await answer.arrayBuffer()
          const problem = answer.ok ? undefined : `${route} ${answer.status}`
          return { problem, ms: performance.now() - start }
        },
        (error: Error) => ({
          problem: `${route} ${(error.cause as Error | undefined)?.message ?? error.message}`,
          ms: performance.now() - start,
        }),
      ),
    )
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      const answers = await Promise.all(asked)
      const times = answers.map(({ ms }) => ms)
      const problems = answers.flatMap(({ problem }) => problem ?? [])
      const kinds = [...new Set(problems)].join(', ')
      return `p50 ${percentile(times, 50)}, p95 ${percentile(times, 95)}, longest ${percentile(times, 100)} of ${times.length}${problems.length > 0 ? `, ${problems.length} failed: ${kinds}` : ''}`
    },
  }
}
