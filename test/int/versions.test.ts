import { afterAll, beforeAll, expect, it } from 'vitest'

import { isAboutPeople, versionsAreStated } from '../../collections/versions.ts'
import { boot, type Installation } from '../helpers/boot.ts'

/**
 * Older versions are kept of content alone. The next version of Payload keeps a hundred of everything
 * that does not say otherwise: old answers of people, which nobody would erase.
 */

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

/** Everything there is, also what plugins and Payload itself have added. */
const everything = () => [...app.payload.config.collections, ...app.payload.config.globals]

it('these keep older versions, and nothing else', () => {
  const kept = everything().filter(({ versions }) => versions)
  expect(kept.map(({ slug }) => slug).sort()).toEqual([
    'choice-lists',
    'choices',
    'mail-words',
    'pages',
    'programme-page',
    'questions',
    'resource-links',
    'sign-up-forms',
    'site-parts',
    'site-wording',
  ])
})

it('nothing about people keeps any', () => {
  const about = everything().filter(({ slug }) => isAboutPeople(slug))
  expect(about.length).toBeGreaterThan(20)
  expect(about.filter(({ versions }) => versions)).toEqual([])
})

it('whatever holds a field that names a person counts as being about people', () => {
  const named = ['mentor', 'mentee', 'email', 'match']
  const holding = everything()
    // The words of a question for mentors and for mentees, who are nobody in particular.
    .filter(({ slug }) => slug !== 'questions')
    .filter(({ flattenedFields }) => flattenedFields.some(({ name }) => named.includes(name)))
  expect(holding.length).toBeGreaterThan(8)
  expect(holding.filter(({ slug }) => !isAboutPeople(slug))).toEqual([])
})

it('the plugin that stops the start when one is silent sees what all others have added', () => {
  expect(app.payload.config.plugins?.at(-1)).toBe(versionsAreStated)
})
