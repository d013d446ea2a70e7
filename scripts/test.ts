import { build } from './build.ts'
import { findChromium } from './find-chromium.ts'
import { run } from './run.ts'

/**
 * All tests: `npm test`. With a part's name only that part: `npm test -- unit`. The integration
 * tests run on SQLite; `DATABASE_URL=mongodb://… npm test -- int` runs them on a MongoDB server.
 * What takes minutes or needs more than Node and npm runs only when asked for: `npm run test:long`,
 * and `npm test -- stranger`, the packages in somebody else's project.
 */
const parts = process.argv.slice(2)
const isWanted = (part: string): boolean =>
  parts.length === 0 ? !['long', 'stranger'].includes(part) : parts.includes(part)

const vitest = (atOnce: number, projects: string[]) =>
  run([
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    `--maxWorkers=${atOnce}`,
    ...projects.flatMap((project) => ['--project', project]),
  ])

if (isWanted('site') || isWanted('e2e')) {
  console.log('Finding a browser.')
  process.env.CHROMIUM_PATH = await findChromium()
}
const quick = ['unit', 'int', 'site', 'stranger'].filter(isWanted)
// For two cores: many wait for builds, mail and clocks. On the build each has a server and a browser.
if (quick.length > 0) await vitest(3, quick)
const onTheBuild = ['e2e', 'faults', 'long'].filter(isWanted)
if (onTheBuild.length > 0) {
  await build()
  await vitest(2, onTheBuild)
}
