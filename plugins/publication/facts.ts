import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Finding } from './types.ts'

/** Beside the site, not in it. */
const FILE = 'publication.json'

/** What a row says of a build. It lies beside the build too, so that a row can be finished by another process. */
export type Facts = { pages: number; bytes: number; fingerprint: string; findings: Finding[] }

/** @param folder the build, as a whole path */
export const writeFacts = (folder: string, facts: Facts): Promise<void> =>
  writeFile(path.join(folder, FILE), JSON.stringify(facts))

/** Nothing of a build that an earlier version has made. */
export const readFacts = (folder: string): Promise<Facts | undefined> =>
  readFile(path.join(folder, FILE), 'utf8').then(
    (text) => JSON.parse(text) as Facts,
    () => undefined,
  )
