/**
 * Next calls this once when the server starts, before the first request: Payload connects, the
 * database is brought up to date, jobs start running, and the site is built with this version's
 * templates.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { createLocalReq, getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { queuePublication } = await import('./plugins/publication/publish.ts')
  try {
    const payload = await getPayload({ config, cron: true })
    await queuePublication(await createLocalReq({}, payload), true)
  } catch (error) {
    // Next would go on without jobs; a process manager should see that the start failed.
    console.error('The server could not start:', error)
    process.exit(1)
  }
}
