import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Stryker } from '@stryker-mutator/core'

/**
 * Tests the unit tests of one folder: `npm run mutate -- FOLDER` changes its files, one small thing at a
 * time, and looks whether a unit test in that folder fails. `npm run mutate -- FOLDER FILE…` changes these files only.
 * The report is in `coverage/`; what such runs have shown is in `docs/mutation.md`.
 */
const [folder, ...files] = process.argv.slice(2)
if (!folder || !(await stat(folder).catch(() => undefined))?.isDirectory()) {
  console.error('Say which folder: npm run mutate -- programme/clock')
  process.exit(2)
}
const wanted =
  files.length > 0 ? files.map((file) => path.join(folder, file)) : [`${folder}/**/*.ts`]
const report = `coverage/mutation-${folder.replaceAll('/', '-')}`

// Read by `mutate.vitest.ts`, in a process of its own.
process.env.MUTATED_FOLDER = folder

await new Stryker({
  mutate: [...wanted, '!**/*.test.ts', '!**/testing/**', '!**/tuned/**'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutate.vitest.ts' },
  coverageAnalysis: 'perTest',
  // A change in what runs only while its file is loaded would need all tests each time.
  ignoreStatic: true,
  concurrency: 1,
  // On a busy machine a slow test is no proof.
  timeoutMS: 30_000,
  // The copy that is changed; somewhere else, so that no other tool finds it.
  tempDirName: path.join(tmpdir(), 'mentoring-mutation'),
  ignorePatterns: ['.next', 'data', 'packed', 'coverage', 'docs', 'migrations'],
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
}).runMutationTest()
