import { type ReadStream, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'

/** The largest file that is sent at once, in bytes. Pages are smaller. */
const LARGEST = 256 * 1024

/**
 * Sends a file that was about to be streamed: a small one at once. A stream waits for its turn at each
 * of its steps, and while this process is busy each of them takes as long as whatever else it does. The
 * file is in the system's memory, so reading it takes less time than one such step.
 *
 * @param file as it is piped into the response, whose headers are written
 */
export const sendWhole = (file: ReadStream, response: ServerResponse): void => {
  // A file that can't be read ends this request; nobody else would hear of it.
  const end = (error: unknown) => {
    console.error('A page could not be read:', error)
    response.destroy()
  }
  file.once('error', end)
  if (Number(response.getHeader('content-length')) > LARGEST) return
  file.unpipe(response)
  file.destroy()
  file.off('error', end).once('error', () => {})
  try {
    response.end(readFileSync(file.path))
  } catch (error) {
    end(error)
  }
}
