import {
  type CollectionConfig,
  type CollectionSlug,
  type Config,
  type EditConfig,
  formatLabels,
  type SanitizedConfig,
} from 'payload'

import { checkCriteria, type Criteria } from './pool/criteria.ts'
import {
  type DeclaredOptions,
  type FollowingState,
  MATCH_STATES,
  type Labels,
  type MatchingOptions,
  type Person,
  type States,
} from './types.ts'

const KEY = 'matching'

const OPTIONS = [
  'mentees',
  'mentors',
  'criteria',
  'names',
  'settingsFields',
  'states',
  'slugs',
  'users',
  'access',
  'hidden',
  'onIntroduced',
  'onUndone',
  'solverCommand',
] as const satisfies (keyof MatchingOptions<never, never>)[]

const DEFAULT_SLUGS = {
  matches: 'matches',
  runs: 'matching-runs',
  introductions: 'matching-introductions',
  settings: 'matching-settings',
}

/**
 * Starts the process that solves, where packages are JavaScript: from the project's own folder, by the
 * name of the package, which no bundler has to know.
 */
const SOLVER: [string, ...string[]] = [
  process.execPath,
  '--input-type=module',
  '--eval',
  "import '@mentoring/matching/solve'",
]

/**
 * Fills in defaults and refuses what can't work, once, when the config is built.
 *
 * @throws Error that starts with "matching:" and names the option.
 */
export const declareOptions = <Mentee extends Person, Mentor extends Person, Names>(
  options: MatchingOptions<Mentee, Mentor, Names>,
  config: Config,
): Omit<DeclaredOptions, 'inEach'> => {
  if (config.custom?.[KEY]) throw new Error('matching: the plugin can be used only once.')
  const mentees = sideOf(config, 'mentees', options?.mentees)
  const mentors = sideOf(config, 'mentors', options?.mentors)
  checkNames('', options, OPTIONS)
  if (mentees === mentors) {
    throw new Error(`matching: mentees.slug and mentors.slug are both "${mentees.slug}".`)
  }
  for (const name of ['access', 'hidden'] as const) {
    if (typeof options[name] !== 'function') {
      throw new Error(`matching: ${name} must be a function; without it nobody could be let in.`)
    }
  }
  for (const name of ['onIntroduced', 'onUndone', 'names'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') {
      throw new Error(`matching: ${name} must be a function, or left out.`)
    }
  }
  const { solverCommand = SOLVER } = options
  const isCommand =
    solverCommand === false ||
    (Array.isArray(solverCommand) && solverCommand.every((part) => typeof part === 'string'))
  if (!isCommand || (solverCommand && solverCommand.length === 0)) {
    throw new Error('matching: solverCommand must be a list of texts, or false.')
  }
  checkOwnFields(options.settingsFields)
  checkNames('slugs', options.slugs ?? {}, Object.keys(DEFAULT_SLUGS))
  const slugs = withDefaults(DEFAULT_SLUGS, options.slugs)
  const taken = [...(config.collections ?? []), ...(config.globals ?? [])].map(({ slug }) => slug)
  for (const [name, slug] of Object.entries(slugs)) {
    if (typeof slug !== 'string' || !/^[a-z][\w-]*$/i.test(slug)) {
      throw new Error(`matching: slugs.${name} "${slug}" can't be part of an address.`)
    }
    if (taken.includes(slug)) throw new Error(`matching: slugs.${name} "${slug}" is in use.`)
    taken.push(slug)
  }
  const users =
    options.users ?? config.admin?.user ?? config.collections?.find(({ auth }) => auth)?.slug
  if (!config.collections?.some(({ slug }) => slug === users)) {
    throw new Error(`matching: users "${users}" is not a collection.`)
  }
  checkNothingIsReplaced(config, [mentees, mentors])
  if (typeof options.criteria !== 'function') refuseWrong(options.criteria)
  return {
    ...options,
    mentees: { ...options.mentees, slug: mentees.slug as CollectionSlug },
    mentors: { ...options.mentors, slug: mentors.slug as CollectionSlug },
    // Only a plain yes: a promise or a query would count as true.
    access: (args) => options.access(args) === true,
    onIntroduced: options.onIntroduced ?? (async () => {}),
    onUndone: options.onUndone ?? (async () => {}),
    names: options.names ?? (() => undefined),
    settingsFields: options.settingsFields ?? [],
    states: statesOf(options.states ?? []),
    slugs: slugs as DeclaredOptions['slugs'],
    users: users as CollectionSlug,
    solverCommand,
    labels: { mentees: labelsOf(mentees), mentors: labelsOf(mentors) },
    menteeTitle: mentees.admin?.useAsTitle ?? 'id',
  }
}

const statesOf = (following: readonly FollowingState[]): States => {
  const isList: boolean = Array.isArray(following)
  if (!isList) throw new Error('matching: states must be a list.')
  const all: FollowingState[] = [...MATCH_STATES, ...following]
  all.forEach((state, index) => {
    const { isOpen, label, value } = state ?? {}
    if (typeof value !== 'string' || !/^[a-z]\w*$/i.test(value) || !label) {
      throw new Error(`matching: states "${value}" needs a value made of letters and a label.`)
    }
    if (typeof isOpen !== 'boolean') {
      throw new Error(`matching: states "${value}" must say whether it isOpen.`)
    }
    if (all.findIndex((other) => other.value === value) < index) {
      throw new Error(`matching: states "${value}" is there twice, or the plugin's own.`)
    }
  })
  const valuesOf = (states: FollowingState[]) => states.map(({ value }) => value)
  return {
    all,
    open: valuesOf(all.filter(({ isOpen }) => isOpen)),
    apart: valuesOf(all.filter(({ keepsApart }) => keepsApart)),
    parted: valuesOf(following.filter(({ keepsApart }) => keepsApart)),
  }
}

/** An option nobody reads is a slip of the pen: what it was meant to do would not happen. */
const checkNames = (where: string, given: object, known: readonly string[]): void => {
  if (typeof given !== 'object') throw new Error(`matching: ${where} must be an object.`)
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const name = where ? `${where}.${unknown}` : unknown
  throw new Error(`matching: ${name} is not an option. There are: ${known.join(', ')}.`)
}

/** A default also stands in for what is there but undefined. */
const withDefaults = <T extends object>(defaults: T, given: Partial<T> | undefined): T => ({
  ...defaults,
  ...(Object.fromEntries(
    Object.entries(given ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>),
})

/** Names and addresses that are the plugin's own must be free. */
const checkNothingIsReplaced = (config: Config, sides: CollectionConfig[]): void => {
  const inUse = (what: string) => new Error(`matching: the project has ${what} of its own already.`)
  if (config.admin?.components?.views?.matching) throw inUse('an admin view "matching"')
  if (config.endpoints && config.endpoints.some(({ path }) => /^\/matching(\/|$)/.test(path))) {
    throw inUse('endpoints under "/matching"')
  }
  for (const { admin, slug } of sides) {
    const edit = admin?.components?.views?.edit as EditConfig & { matching?: unknown }
    if (edit?.matching) throw inUse(`a tab "matching" in "${slug}"`)
  }
}

const sideOf = (
  { collections }: Config,
  name: 'mentees' | 'mentors',
  side: MatchingOptions<never, never, never>['mentees' | 'mentors'],
): CollectionConfig => {
  const collection = collections?.find(({ slug }) => slug === side?.slug)
  if (!collection) throw new Error(`matching: ${name}.slug "${side?.slug}" is not a collection.`)
  const needed = [
    'whyUnavailable',
    'describe',
    name === 'mentees' ? 'waitingSince' : 'capacity',
  ] as const
  for (const option of needed) {
    if (typeof (side as Record<string, unknown>)[option] !== 'function') {
      throw new Error(`matching: ${name}.${option} must be a function.`)
    }
  }
  if (typeof side.available !== 'object' || side.available === null) {
    throw new Error(`matching: ${name}.available must say, as a query, who can be matched.`)
  }
  checkFields(`${name}.standing`, side.standing)
  checkFields(`${name}.compared`, side.compared)
  checkNames(name, side, ['slug', 'available', 'standing', 'compared', ...needed])
  return collection
}

/** Names of the plugin's own settings. */
const OWN_NAMES = [
  'goal',
  'isSpread',
  'knownRungs',
  'ladder',
  'leastPoints',
  'leastTier',
  'points',
  'preview',
  'rules',
]

const checkOwnFields = (fields: unknown): void => {
  if (fields === undefined) return
  if (!Array.isArray(fields)) throw new Error('matching: settingsFields must be a list of fields.')
  const names = fields.map((field: { name?: unknown } | null) => field?.name)
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') throw new Error('matching: settingsFields must all have a name.')
    if (OWN_NAMES.includes(name) || names.indexOf(name) < index) {
      throw new Error(`matching: settingsFields "${name}" is there twice, or the plugin's own.`)
    }
  }
}

const checkFields = (name: string, fields: unknown): void => {
  const isList = Array.isArray(fields) && fields.every((field) => typeof field === 'string')
  if (fields === undefined || isList) return
  throw new Error(`matching: ${name} must be a list of fields, or left out.`)
}

/** Without a label, Payload's own word for the slug. */
const labelsOf = ({ labels, slug }: CollectionConfig): Labels =>
  withDefaults<Labels>(formatLabels(slug), labels)

/** @throws Error that starts with "matching:" and names the criterion. */
export const refuseWrong = <Mentee, Mentor>(criteria: Criteria<Mentee, Mentor>): void => {
  try {
    checkCriteria(criteria)
  } catch (error) {
    throw new Error(`matching: ${(error as Error).message}`, { cause: error })
  }
}

/** Puts the options where the plugin's admin views find them; they stay on the server. */
export const keepOptions = (options: DeclaredOptions) => ({ [KEY]: options })

/** The options a project gave to the plugin. */
export const optionsOf = (config: SanitizedConfig): DeclaredOptions =>
  config.custom?.[KEY] as DeclaredOptions
