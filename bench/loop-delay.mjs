/**
 * Imported into a server that is measured: writes how long its event loop was held up, in milliseconds,
 * to the file that LOOP_DELAY names, at each SIGUSR2, and begins anew.
 */
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('SIGUSR2', () => {
  const [p50, p99, most] = [delay.percentile(50), delay.percentile(99), delay.max]
  writeFileSync(process.env.LOOP_DELAY, JSON.stringify([p50, p99, most].map((ns) => ns / 1e6)))
  delay.reset()
})
