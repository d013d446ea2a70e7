import { type Browser, chromium } from 'playwright-core'

import { findChromium } from '../../scripts/find-chromium.ts'

/** Runs in containers too, and asks no other host for anything of its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** A Chromium of its own for a test file; close it when done. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findChromium(), args: FLAGS })
