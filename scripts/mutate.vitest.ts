import { defineConfig } from 'vitest/config'
import config from '../vitest.config.ts'

/**
 * The unit tests of one folder alone, for `npm run mutate`. Those of others may import it by the name of its
 * package, which leads to the files that are not changed.
 */
const include = [`${process.env.MUTATED_FOLDER}/**/*.test.ts`]

// The second counts calls of another package, which a copy finds where it was.
const exclude = ['**/*.long.test.ts', 'plugins/matching/pool/once.test.ts']

export default defineConfig({
  ...config,
  test: { maxWorkers: 1, include, exclude, testTimeout: 60_000 },
})
