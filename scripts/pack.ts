import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { run } from './run.ts'

/**
 * Packs what any Payload project can install: `npm run pack`, or `npm run pack -- FOLDER`. Here a
 * package is imported as TypeScript, so that nothing has to be built before it is used; packed, its
 * `exports` lead to JavaScript and declarations. Each is compiled by itself, against the others as
 * they are packed and without this project's own types: what needs more than it declares fails here.
 */

const ROOT = path.resolve(import.meta.dirname, '..')

type Manifest = {
  name: string
  version: string
  exports: Record<string, string>
  sideEffects?: boolean | string[]
}

/**
 * @param folder where the packed files go; made when it is not there
 * @returns the packed files by name of the package
 */
export const packAll = async (folder: string): Promise<Record<string, string>> => {
  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(path.join(tmpdir(), 'pack-'))
  try {
    // What a package may import by name: what was packed before it, else what is installed here.
    await symlink(path.join(ROOT, 'node_modules'), path.join(work, 'node_modules'))
    const { workspaces } = await readJSON<{ workspaces: string[] }>(path.join(ROOT, 'package.json'))
    const packed: Record<string, string> = {}
    // They stand in the order in which they need each other.
    for (const workspace of workspaces) {
      const manifest = await compile(path.join(ROOT, workspace), path.join(work, 'packages'))
      const built = path.join(work, 'packages/node_modules', manifest.name)
      await run([
        'npm',
        'pack',
        built,
        '--pack-destination',
        folder,
        '--silent',
        '--ignore-scripts',
      ])
      const file = `${manifest.name.slice(1).replace('/', '-')}-${manifest.version}.tgz`
      packed[manifest.name] = path.join(folder, file)
    }
    return packed
  } finally {
    await rm(work, { recursive: true })
  }
}

const compile = async (folder: string, work: string): Promise<Manifest> => {
  const source = path.join(work, 'source', path.basename(folder))
  await cp(folder, source, { recursive: true, filter: isShipped })
  const manifest = await readJSON<Manifest>(path.join(source, 'package.json'))
  const built = path.join(work, 'node_modules', manifest.name)
  const own = path.join(folder, 'tsconfig.json')
  const config = {
    extends: existsSync(own) ? own : path.join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      emitDeclarationOnly: false,
      composite: false,
      declaration: true,
      incremental: false,
      rewriteRelativeImportExtensions: true,
      rootDir: '.',
      outDir: path.join(built, 'dist'),
      paths: {},
      plugins: [],
      types: ['node'],
      typeRoots: [path.join(ROOT, 'node_modules/@types')],
    },
    include: ['**/*.ts', '**/*.tsx'],
    exclude: [],
  }
  await writeFile(path.join(source, 'tsconfig.json'), JSON.stringify(config))
  await run([process.execPath, path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', source])
  for (const file of await readdir(source, { recursive: true })) {
    if (file.endsWith('.css')) await cp(path.join(source, file), path.join(built, 'dist', file))
    if (/^(README|CHANGELOG)\.md$/.test(file))
      await cp(path.join(source, file), path.join(built, file))
  }
  await cp(path.join(ROOT, 'LICENSE'), path.join(built, 'LICENSE'))
  await writeFile(path.join(built, 'package.json'), JSON.stringify(asPacked(manifest), null, 2))
  return manifest
}

const readJSON = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(file, 'utf8')) as T

/** Tests and what only they use stay here. */
const isShipped = (file: string): boolean =>
  !/\.test\.tsx?$|\/(testing|node_modules)(\/|$)/.test(path.relative(ROOT, file))

const asPacked = (manifest: Manifest): object => ({
  ...manifest,
  exports: {
    ...Object.fromEntries(
      Object.entries(manifest.exports).map(([face, file]) => {
        const built = file.replace(/^\.\//, './dist/')
        const name = built.replace(/\.tsx?$/, '')
        return [face, name === built ? built : { types: `${name}.d.ts`, default: `${name}.js` }]
      }),
    ),
    './package.json': './package.json',
  },
  files: ['dist', 'CHANGELOG.md'],
})

if (import.meta.filename === process.argv[1]) {
  const packed = await packAll(path.resolve(process.argv[2] ?? 'packed'))
  for (const file of Object.values(packed)) console.log(file)
}
