import type { Config, Plugin, SanitizedConfig } from 'payload'

/** What is written for the public and the mails. Only of this may older versions be kept. */
const CONTENT = new Set([
  'choice-lists',
  'choices',
  'mail-words',
  'media',
  'pages',
  'programme-page',
  'questions',
  'resource-links',
  'sign-up-forms',
  'site-parts',
  'site-wording',
])

/** Is this collection or global about people? Whatever is not known to be content is. */
export const isAboutPeople = (slug: string): boolean => !CONTENT.has(slug)

/**
 * Comes last of the plugins. Each collection and global says itself whether older versions are kept,
 * because what Payload takes silence for changes from one version of it to the next.
 *
 * @throws Error naming those that do not say it
 */
export const versionsAreStated: Plugin = (config) => {
  const silent = all(config).filter(({ versions }) => versions === undefined)
  if (silent.length === 0) return config
  throw new Error(
    `${namesOf(silent)}: state “versions: false”, or for content how many versions are kept.`,
  )
}

/**
 * Older versions would keep what people have corrected or had erased. Looks at the finished config,
 * which has the collections too that Payload adds by itself.
 *
 * @throws Error naming what is about people and keeps versions
 */
export const noVersionsOfPeople = (config: SanitizedConfig): SanitizedConfig => {
  const kept = all(config).filter(({ slug, versions }) => versions && isAboutPeople(slug))
  if (kept.length === 0) return config
  throw new Error(
    `${namesOf(kept)}: older versions are kept of what is about people. State “versions: false”, ` +
      'or list it as content in collections/versions.ts when it is about nobody.',
  )
}

type Kept = { slug: string; versions?: unknown }

const all = ({
  collections = [],
  globals = [],
}: Pick<Config, 'collections' | 'globals'>): Kept[] => [...collections, ...globals]

const namesOf = (entities: Kept[]): string => entities.map(({ slug }) => slug).join(', ')
