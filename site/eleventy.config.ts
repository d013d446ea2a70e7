import type { EleventyConfig } from '@11ty/eleventy'

import { isListed, readModule } from './_config/data.ts'
import { createEnvironment } from './_config/nunjucks.ts'

/** How Eleventy builds the public site; started by build.ts. */
export default function configure(eleventy: EleventyConfig) {
  eleventy.setLibrary('njk', createEnvironment())
  eleventy.setUseGitIgnore(false)
  eleventy.setQuietMode(true)

  eleventy.addDataExtension('ts', { read: false, parser: readModule })
  eleventy.addCollection('listed', (collections) => collections.getAll().filter(isListed))

  // Asked for at the root by browsers and phones, whatever a page says.
  eleventy.addPassthroughCopy({ 'site/assets/root': '/' })

  return {
    templateFormats: ['njk'],
    dir: { input: 'site/content', includes: '../_includes', data: '../_data' },
  }
}
