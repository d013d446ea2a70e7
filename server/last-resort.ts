/**
 * What is done about an error that nobody caught. While the server starts, it ends the process: what
 * is half there must not answer anybody. Later Next logs it and the server goes on: such an error
 * comes from the connection or the file of one request, and a stranger who finds a way to cause one
 * must not end the server for everybody. What it leaves in disorder turns the health red. Either way
 * it is written to the guarded console, without values of records.
 *
 * @returns says that the server has started.
 */
export const endOnUncaught = (): (() => void) => {
  const end = (error: unknown) => {
    console.error('The server could not start:', error)
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
  return () => {
    process.off('uncaughtException', end)
    process.off('unhandledRejection', end)
  }
}
