import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

const SOURCES = 'site/assets'

/** Where the script takes its parts from. */
const SHARED = ['plugins/forms', 'plugins/kit']

/**
 * Kept between builds: stylesheet and script change with the code and never with the content, and
 * making them takes longer than all the pages together.
 */
const CACHE = 'node_modules/.cache/site-assets'

/**
 * Writes `assets/site.css`: the components in use and the site's own styles, from Sass.
 *
 * @param output the folder the site is built into
 */
export const writeStyles = (output: string): Promise<void> =>
  writeAsset(output, 'site.css', async () => {
    const [{ compile }, { transform }] = await Promise.all([import('sass'), import('esbuild')])
    const { css } = compile(`${SOURCES}/site.scss`, {
      loadPaths: ['node_modules'],
      // nhsuk-frontend warns about its own deprecated settings; ours would show in development.
      quietDeps: true,
    })
    return (await transform(css, { loader: 'css', minify: true })).code
  })

/**
 * Writes `assets/site.js`: the behaviour of the components in use, as one module.
 *
 * @param output the folder the site is built into
 */
export const writeScript = (output: string): Promise<void> =>
  writeAsset(output, 'site.js', async () => {
    const { build } = await import('esbuild')
    const { outputFiles } = await build({
      entryPoints: [`${SOURCES}/site.ts`],
      bundle: true,
      format: 'esm',
      minify: true,
      target: 'es2020',
      logLevel: 'warning',
      write: false,
    })
    return outputFiles[0]!.text
  })

const writeAsset = async (
  output: string,
  name: string,
  make: () => Promise<string>,
): Promise<void> => {
  const cached = path.join(CACHE, `${await sourcesHash()}-${name}`)
  const text = await readFile(cached, 'utf8').catch(async () => {
    const made = await make()
    // An installation may have its packages on a read-only disk: then each build makes its own.
    await mkdir(CACHE, { recursive: true })
      .then(() => writeFile(`${cached}.${process.pid}`, made))
      .then(() => rename(`${cached}.${process.pid}`, cached))
      .catch(() => {})
    return made
  })
  await mkdir(path.join(output, 'assets'), { recursive: true })
  await writeFile(path.join(output, 'assets', name), text)
}

/** Changes with the files here and with the version of everything installed. */
const sourcesHash = async (): Promise<string> => {
  const files = (await Promise.all([SOURCES, ...SHARED].map(filesIn))).flat().sort()
  const hash = createHash('sha256')
  for (const file of [...files, 'package-lock.json']) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((name) => path.extname(name) !== '')
    .map((name) => path.join(folder, name))
