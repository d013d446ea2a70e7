import { mkdir, readdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { Eleventy } from '@11ty/eleventy'

import { writeAssets, writeManifest, writePictures } from './_config/assets.ts'
import { writeMailLogo } from './_config/mail-logo.ts'
import { precompress } from './_config/precompress.ts'
import cms, { ContentError } from './_data/cms.ts'
import { picturesIn } from './snapshot.ts'

/**
 * Builds the public site into a new folder, as a process of its own:
 *
 *     node --conditions=production --import tsx site/build.ts --output DIR --pictures DIR < snapshot.json
 *
 * `--pictures` is the folder of the pictures that the snapshot names; without it pages take them from the CMS.
 *
 * The content comes through `_data/cms.ts`. The process ends with 0 once the site is complete, else
 * with 1 and the reason on standard error.
 */
const main = async () => {
  const { values } = parseArgs({
    options: { output: { type: 'string' }, pictures: { type: 'string' } },
  })
  if (!values.output) throw new ContentError('Say where to build to: --output DIR')
  await requireNewFolder(values.output)
  const snapshot = await cms()

  const { output, pictures } = values
  const files = picturesIn(snapshot).map(({ file }) => file)
  const assets = {
    ...(await writeAssets(output)),
    ...(pictures !== undefined && (await writePictures(output, pictures, files))),
    ...(pictures !== undefined && (await writeMailLogo(output, pictures, snapshot.site))),
  }
  await writeManifest(output, assets)
  const eleventy = new Eleventy('site/content', values.output, {
    configPath: 'site/eleventy.config.ts',
    quietMode: true,
    source: 'script',
    config: (config) => {
      config.addGlobalData('assets', assets)
      config.addGlobalData('builtAt', new Date().toISOString())
    },
  })
  await eleventy.write()
  await precompress(values.output)
}

/** A file left over from an earlier build would be served as if it were part of this one. */
const requireNewFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const left = await readdir(folder)
  if (left.length > 0) throw new ContentError(`The folder to build to is not empty: ${folder}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof ContentError ? error.message : error)
  process.exitCode = 1
})
