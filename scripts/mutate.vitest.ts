import { defineConfig } from 'vitest/config'
import config from '../vitest.config.ts'

/** The unit tests alone, for `npm run mutate`. */
const [unit] = config.test!.projects!

export default defineConfig({ ...config, test: { ...config.test, projects: [unit!] } })
