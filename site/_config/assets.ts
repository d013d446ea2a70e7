import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { build, transform } from 'esbuild'
import { compile } from 'sass'

/**
 * Writes `assets/site.css`: the components in use and the site's own styles, from Sass.
 *
 * @param output the folder the site is built into
 */
export const writeStyles = async (output: string): Promise<void> => {
  const { css } = compile('site/assets/site.scss', {
    loadPaths: ['node_modules'],
    // nhsuk-frontend warns about its own deprecated settings; ours would show in development.
    quietDeps: true,
  })
  await mkdir(path.join(output, 'assets'), { recursive: true })
  const { code } = await transform(css, { loader: 'css', minify: true })
  await writeFile(path.join(output, 'assets/site.css'), code)
}

/**
 * Writes `assets/site.js`: the behaviour of the components in use, as one module.
 *
 * @param output the folder the site is built into
 */
export const writeScript = async (output: string): Promise<void> => {
  await build({
    entryPoints: ['site/assets/site.ts'],
    outfile: path.join(output, 'assets/site.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2020',
    logLevel: 'warning',
  })
}
