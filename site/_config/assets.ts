import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { HEX } from './colours.ts'
import { kebab } from './filters.ts'
import { type Assets, isHashed, MANIFEST, pictureName } from './manifest.ts'

const SOURCES = 'site/assets'

/** Where the script takes its parts from. */
const SHARED = ['plugins/forms', 'plugins/kit']

/**
 * Kept between builds: stylesheet and script change with the code and never with the content, and
 * making them takes longer than all the pages together.
 */
const CACHE = 'node_modules/.cache/site-assets'

/**
 * Writes stylesheet, scripts and icons under names that say their content (`site.4f0c….css`), so that browsers may
 * keep them for ever, and once more under plain names, for the few pages that are made without knowing the build.
 *
 * @param output the folder the site is built into
 * @returns their addresses by their plain names
 */
export const writeAssets = async (output: string): Promise<Assets> => {
  const files = { ...(await madeAssets()), ...(await staticAssets()) }
  const folder = path.join(output, 'assets')
  await mkdir(folder, { recursive: true })
  const assets: Assets = {}
  for (const [name, content] of Object.entries(files)) {
    // Parts of the script are named by their content already: the script refers to them.
    const hashed = isHashed(name) ? name : withHash(name, content)
    if (!isHashed(name)) assets[name] = `/assets/${hashed}`
    for (const file of new Set([name, hashed])) await writeFile(path.join(folder, file), content)
  }
  return assets
}

/** Says what the files are called, for pages that the server makes. */
export const writeManifest = (output: string, assets: Assets): Promise<void> =>
  writeFile(path.join(output, MANIFEST), JSON.stringify(assets))

/**
 * Copies the pictures that are shown into the site, under names that say their content.
 *
 * @param from the folder that has them
 * @param files their names in it
 * @returns their addresses, see `pictureName`
 */
export const writePictures = async (
  output: string,
  from: string,
  files: string[],
): Promise<Assets> => {
  const folder = path.join(output, 'assets', 'pictures')
  await mkdir(folder, { recursive: true })
  const assets: Assets = {}
  for (const file of new Set(files)) {
    const content = await readFile(path.join(from, path.basename(file)))
    const hashed = withHash(path.basename(file), content)
    await writeFile(path.join(folder, hashed), content)
    assets[pictureName(file)] = `/assets/pictures/${hashed}`
  }
  return assets
}

/** Made of sources, as texts by file name. */
const madeAssets = async (): Promise<Record<string, string>> => {
  const cached = path.join(CACHE, `${await sourcesHash()}.json`)
  const text = await readFile(cached, 'utf8').catch(() => undefined)
  if (text !== undefined) return JSON.parse(text) as Record<string, string>
  const made = { ...(await makeStyles()), ...(await makeScripts()) }
  // An installation may have its packages on a read-only disk: then each build makes its own.
  await mkdir(CACHE, { recursive: true })
    .then(() => writeFile(`${cached}.${process.pid}`, JSON.stringify(made)))
    .then(() => rename(`${cached}.${process.pid}`, cached))
    .catch(() => {})
  return made
}

/** The components in use and the site's own styles, from Sass: those of every page, and those of pages that ask. */
const makeStyles = async (): Promise<Record<string, string>> => {
  const [{ compile }, { transform }] = await Promise.all([import('sass'), import('esbuild')])
  const styles: Record<string, string> = {}
  for (const name of ['site', 'forms']) {
    const { css } = compile(`${SOURCES}/${name}.scss`, {
      loadPaths: ['node_modules'],
      importers: [{ canonicalize: coloursAddress, load: coloursSheet }],
      // nhsuk-frontend warns about its own deprecated settings; ours would show in development.
      quietDeps: true,
    })
    styles[`${name}.css`] = (await transform(css, { loader: 'css', minify: true })).code
  }
  return styles
}

/** Where the styles take the colours from that editors choose from: they stand in one place, and that is no sheet. */
const coloursAddress = (url: string): URL | null => (url === 'app:colours' ? new URL(url) : null)

const coloursSheet = () => {
  const entries = Object.entries(HEX).map(([name, hex]) => `'${kebab(name)}': ${hex}`)
  return { contents: `$colours: (${entries.join(', ')});`, syntax: 'scss' as const }
}

/**
 * The behaviour of the components in use, and what the frame of a preview needs besides. Each is one module with the
 * parts that it loads when a page needs them: built together, what both use would be one file more on every page.
 */
const makeScripts = async (): Promise<Record<string, string>> => ({
  ...(await makeScript('site.ts')),
  ...(await makeScript('preview.ts')),
})

const makeScript = async (entry: string): Promise<Record<string, string>> => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [`${SOURCES}/${entry}`],
    bundle: true,
    splitting: true,
    chunkNames: '[name].[hash]',
    outdir: 'assets',
    format: 'esm',
    minify: true,
    target: 'es2020',
    logLevel: 'warning',
    write: false,
  })
  return Object.fromEntries(outputFiles.map((file) => [path.basename(file.path), file.text]))
}

const staticAssets = async (): Promise<Record<string, Buffer>> => {
  const folder = path.join(SOURCES, 'static')
  const names = await readdir(folder)
  const read = names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)
  return Object.fromEntries(await Promise.all(read))
}

/** @example withHash('site.css', '…') // 'site.4F0C1A2B.css' */
const withHash = (name: string, content: string | Buffer): string => {
  const { ext, name: base } = path.parse(name)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()
  return `${base}.${hash}${ext}`
}

/** What of the code says how they are made. */
const CODE = ['site/_config/assets.ts', 'site/_config/colours.ts']

/** Changes with the files here and with the version of everything installed. */
const sourcesHash = async (): Promise<string> => {
  const files = (await Promise.all([SOURCES, ...SHARED].map(filesIn))).flat().sort()
  const hash = createHash('sha256')
  for (const file of [...files, ...CODE, 'package-lock.json']) {
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((name) => path.extname(name) !== '')
    .map((name) => path.join(folder, name))
