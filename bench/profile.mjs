import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import path from 'node:path'

/**
 * Loaded into the server before anything else: writes where its time goes, from the signal SIGUSR2 to its
 * end, as a profile that the developer tools of a browser open.
 */
const session = new Session()
process.once('SIGUSR2', () => {
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: 500 })
  session.post('Profiler.start')
  process.once('exit', () =>
    session.post('Profiler.stop', (_error, { profile }) =>
      writeFileSync(
        path.join(process.env.PROFILE, `${process.pid}.cpuprofile`),
        JSON.stringify(profile),
      ),
    ),
  )
})
