// The floors of the house: which room may import from which. Read by dependency-cruiser; see
// CONTRIBUTING.md, “The house”. `npm run house` checks it and draws docs/house.md.

import { readFileSync } from 'node:fs'

/**
 * From the roof to the ground. A room imports from its own floor and from those below it. Rooms that
 * are to move stand where they belong, so that what still ties them shows as an exception.
 *
 * @type {{ name: string, rooms: string }[]}
 */
export const FLOORS = [
  {
    name: 'wiring and programs',
    rooms:
      '^((app|bench|scripts|server|test)/|(\\w+\\.config|server|instrumentation|\\.dependency-cruiser)\\.(ts|js|mjs)$)',
  },
  { name: 'admin', rooms: '^admin/' },
  { name: 'programme', rooms: '^programme/(?!clock/)' },
  { name: 'collections', rooms: '^(collections|globals)/' },
  { name: 'clock', rooms: '^programme/clock/' },
  { name: 'starter', rooms: '^starter/' },
  { name: 'database', rooms: '^(database|migrations)/' },
  { name: 'site', rooms: '^site/' },
  { name: 'packages', rooms: '^plugins/(matching|outbox|publication|forms)/' },
  { name: 'kit', rooms: '^plugins/(kit|rest|filters)/' },
  { name: 'assignment', rooms: '^plugins/assignment/' },
  { name: 'ground', rooms: '^(settings|logger|payload-types)\\.ts$' },
]

/** What can be installed in any Payload project, so knows nothing of this one. */
const PACKAGES = ['assignment', 'forms', 'matching', 'outbox', 'publication']
const PACKAGE = `^plugins/(${PACKAGES.join('|')})/`
const GENERAL = `^plugins/(${PACKAGES.join('|')}|kit|rest|filters)/`

const upwards = FLOORS.slice(1).map(({ name, rooms }, i) => ({
  name: `no-import-above-${name}`,
  comment: `The ${name} floor imports only from its own rooms and from those below.`,
  severity: 'error',
  from: { path: rooms },
  to: { path: FLOORS.slice(0, i + 1).map((floor) => floor.rooms) },
}))

/** Those that are installed by name. Their `exports` say what can be imported, and Node holds that. */
const NAMED = JSON.parse(readFileSync('package.json', 'utf8')).workspaces.map((folder) =>
  folder.replace('plugins/', ''),
)

const byName = NAMED.map((name) => ({
  name: `${name}-by-its-name`,
  comment: 'A package is imported by its name, as it is where it is installed.',
  severity: 'error',
  from: { pathNot: `^plugins/${name}/` },
  to: {
    path: `^plugins/${name}/`,
    dependencyTypesNot: ['aliased-workspace', 'undetermined'],
  },
}))

const faces = PACKAGES.filter((name) => !NAMED.includes(name)).map((name) => ({
  name: `only-the-face-of-${name}`,
  comment: 'From outside a package only its face is imported; the rest may change.',
  severity: 'error',
  from: { pathNot: `^plugins/${name}/` },
  to: { path: `^plugins/${name}/`, pathNot: `^plugins/${name}/(index\\.ts$|exports/)` },
}))

export default {
  forbidden: [
    ...upwards,
    ...byName,
    ...faces,
    {
      name: 'every-file-has-a-floor',
      comment: 'A new room is put on a floor above, so that what it may import is decided.',
      severity: 'error',
      from: { pathNot: [...FLOORS.map(({ rooms }) => rooms), 'node_modules/'] },
      to: {},
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'a-package-knows-no-project',
      comment:
        'A package is installed elsewhere, without this project’s types, settings or database.',
      severity: 'error',
      from: { path: GENERAL },
      to: {
        path: FLOORS.filter(({ name }) => ['database', 'ground', 'site'].includes(name)).map(
          ({ rooms }) => rooms,
        ),
      },
    },
    {
      name: 'packages-stand-apart',
      comment: 'One package is installed without the others; what they share is the kit’s.',
      severity: 'error',
      from: { path: PACKAGE },
      to: { path: PACKAGE, pathNot: ['^plugins/$1/', '^plugins/assignment/'] },
    },
    {
      name: 'assignment-knows-nobody',
      comment: 'The solver and its proof can be read, tested and used by themselves.',
      severity: 'error',
      from: { path: '^plugins/assignment/' },
      to: { pathNot: '^plugins/assignment/' },
    },
    {
      name: 'the-site-knows-the-snapshot-only',
      comment: 'The site knows the CMS only through site/snapshot.ts, and the shape of a form.',
      severity: 'error',
      from: { path: '^site/' },
      to: {
        path: '(^(?!site/|plugins/forms/|node_modules/))|node_modules/(payload|@payloadcms)/',
        dependencyTypesNot: ['core'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(node_modules|\\.next|data)/|^next-env\\.d\\.ts$|\\.test\\.tsx?$|^test/|/testing/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
}
