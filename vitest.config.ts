import { defineConfig } from 'vitest/config'

/** The kinds of tests, run one after the other by `npm test`; see CONTRIBUTING.md. */
export default defineConfig({
  resolve: {
    alias: { '@payload-config': new URL('./payload.config.ts', import.meta.url).pathname },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '*.test.ts',
            '{admin,bench,collections,database,globals,plugins,programme,server,site,starter,scripts}/**/*.test.ts',
          ],
          exclude: ['**/*.long.test.ts'],
          // On a busy machine the default of 5 seconds fails tests that are right.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['test/{int,upgrade}/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          // Some start servers of their own, or move a whole installation.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stranger',
          include: ['test/stranger/**/*.test.ts'],
          testTimeout: 120_000,
          // Installing and building somebody else's project.
          hookTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: ['test/faults/**/*.long.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['{plugins,test/{changes,differential,faults,upgrade}}/**/*.long.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
