/** Next calls this once when the server starts, before the first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./programme/start.ts')).start()
}
