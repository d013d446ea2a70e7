import { readdir, readFile } from 'node:fs/promises'

/**
 * The process that solves, among those that a server has started.
 *
 * @throws when there is none.
 */
export const findSolver = async (server: number): Promise<number> => {
  for (const thread of await readdir(`/proc/${server}/task`)) {
    const children = await readFile(`/proc/${server}/task/${thread}/children`, 'utf8')
    for (const pid of children.split(' ').filter(Boolean).map(Number)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      if (command.includes('@mentoring/matching/solve')) return pid
    }
  }
  throw new Error('The server has started no process that solves.')
}
