import { once } from 'node:events'
import type { Server } from 'node:http'

/**
 * Takes the port, before anything else is touched: of two servers on one port the second has then
 * done nothing.
 *
 * @throws an error in a whole sentence when the port can't be had.
 */
export const listen = async (server: Server, port: number): Promise<void> => {
  try {
    server.listen(port)
    await once(server, 'listening')
  } catch (error) {
    throw new Error(reason(error as NodeJS.ErrnoException, port), { cause: error })
  }
}

const reason = ({ code, message }: NodeJS.ErrnoException, port: number): string => {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: another server listens on it. Stop that one, or set PORT to another number.`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used by this user. Set PORT to a number from 1024 on.`
  }
  return `The server could not listen on port ${port}: ${message}`
}
