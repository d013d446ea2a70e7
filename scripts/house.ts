import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { format, resolveConfig } from 'prettier'

/**
 * Checks the floors of the house: `npm run house`. What breaks a rule today is listed in
 * `house-exceptions.txt`; an exception that is new, or one that is no longer needed, fails. With
 * `-- --write` the list and the page `docs/house.md` are written anew.
 */

const CONFIG = '.dependency-cruiser.mjs'
const EXCEPTIONS = 'house-exceptions.txt'
const PAGE = 'docs/house.md'

type Floor = { name: string; rooms: string }

/** A circle is named by all its files, wherever one starts to walk it. */
const lineOf = ({ rule, from, to, cycle }: IViolation): string =>
  cycle
    ? `${rule.name}: ${[...new Set(cycle.map(({ name }) => name))].sort().join(' ')}`
    : `${rule.name}: ${from} -> ${to}`

const exceptionsOf = ({ summary }: ICruiseResult): string[] =>
  [...new Set(summary.violations.map(lineOf))].sort()

/** The folder in which a file lives, or the file itself where it lives in none. */
const roomOf = (file: string): string => {
  const [first, second] = file.split('/')
  return first === 'plugins' && second && !second.includes('.') ? `${first}/${second}` : first!
}

const drawPage = ({ modules }: ICruiseResult, floors: Floor[], exceptions: number): string => {
  const floorOf = (file: string) => floors.findIndex(({ rooms }) => new RegExp(rooms).test(file))
  const rows = floors.map(({ name }, i) => {
    const files = modules.filter(({ source }) => floorOf(source) === i)
    const below = files
      .flatMap(({ dependencies }) => dependencies.map(({ resolved }) => floorOf(resolved)))
      .filter((floor) => floor > i)
    const uses = [...new Set(below)].sort((a, b) => a - b).map((floor) => floors[floor]!.name)
    const rooms = [...new Set(files.map(({ source }) => roomOf(source)))].sort()
    const inWords = rooms.map((room) => `\`${room}\``).join(', ')
    return `| ${name} | ${inWords} | ${files.length} | ${uses.join(', ') || 'nothing'} |`
  })
  return `# The floors of the house

Made by \`npm run house -- --write\` from the imports themselves; the rules are in
[\`${CONFIG}\`](../${CONFIG}). A room imports from its own floor and from the floors below it.
${exceptions} imports still break a rule: [\`${EXCEPTIONS}\`](../${EXCEPTIONS}) lists them, and the
list may only get shorter.

| Floor | Rooms | Files | Uses below |
|---|---|---|---|
${rows.join('\n')}
`
}

const { FLOORS: floors } = (await import(path.resolve(CONFIG))) as { FLOORS: Floor[] }
const config = await extractConfig(path.resolve(CONFIG))
const { output } = await cruise(
  ['.'],
  { ...config.options, ruleSet: config, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const result = output as ICruiseResult
const exceptions = exceptionsOf(result)
const written = {
  [EXCEPTIONS]: exceptions.map((line) => `${line}\n`).join(''),
  [PAGE]: await format(drawPage(result, floors, exceptions.length), {
    ...(await resolveConfig(PAGE)),
    filepath: PAGE,
  }),
}

if (process.argv.includes('--write')) {
  for (const [file, text] of Object.entries(written)) await writeFile(file, text)
} else {
  const known = (await readFile(EXCEPTIONS, 'utf8')).split('\n').filter(Boolean)
  const isNew = exceptions.filter((line) => !known.includes(line))
  const isGone = known.filter((line) => !exceptions.includes(line))
  for (const line of isNew) console.error(`Breaks a rule of ${CONFIG}: ${line}`)
  for (const line of isGone) console.error(`No longer an exception, take it out: ${line}`)
  const isPageOld = (await readFile(PAGE, 'utf8')) !== written[PAGE]
  if (isPageOld) console.error(`${PAGE} is out of step: npm run house -- --write`)
  if (isNew.length > 0 || isGone.length > 0 || isPageOld) process.exitCode = 1
}
console.log(
  `${floors.length} floors, ${result.modules.length} files, ${exceptions.length} exceptions`,
)
