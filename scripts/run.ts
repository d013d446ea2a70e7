import { spawn } from 'node:child_process'

/**
 * Runs a program to its end, its output on this terminal.
 *
 * @throws when it ends with another code than 0, naming the command.
 */
export const run = (
  command: [program: string, ...args: string[]],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const [program, ...args] = command
    spawn(program, args, { stdio: 'inherit', env })
      .on('error', reject)
      .on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`${command.join(' ')} ended with code ${code}`)),
      )
  })

/** How this project's own TypeScript is run by Node; see `.npmrc` about the condition. */
export const tsx = (script: string, ...args: string[]): [string, ...string[]] => [
  process.execPath,
  '--conditions=production',
  '--import',
  'tsx',
  script,
  ...args,
]
