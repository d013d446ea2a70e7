import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { readTemplates, usesIn, wordsInCode, wordsInMarkup } from '../../test/site/templates.ts'
import { placeholdersIn } from './check.ts'
import { SENTENCES } from './index.ts'

/**
 * Sentences that editors can't change, and why. What the components of nhsuk-frontend say by themselves is in no
 * template of ours.
 */
const FIXED: Record<string, string> = {
  'site/_includes/pages/fault.njk': 'is shown when no content can be read',
  'site/_includes/parts/page-preview.njk': 'is read by staff and their colleagues, like the admin',
  'site/_includes/parts/preview.njk': 'is read by staff, like the admin',
  'site/content/robots.njk': 'is read by programs',
  'site/content/security-txt.njk': 'is read by programs',
}

const templates = await readTemplates()
const uses = templates.flatMap(usesIn)

/** What works out how questions are asked says some beside them. */
const inCode = [
  ...(await readFile('site/_config/form-components.ts', 'utf8')).matchAll(/'(questions\.\w+)'/g),
].map(([, key]) => key!)

it('every key that a template uses is in the catalogue', () => {
  expect(uses.length).toBeGreaterThan(150)
  expect(uses.filter(({ key }) => !SENTENCES.has(key))).toEqual([])
  expect(inCode.length).toBeGreaterThan(5)
  expect(inCode.filter((key) => !SENTENCES.has(key))).toEqual([])
})

it('every sentence of the catalogue is used', () => {
  const used = new Set([...inCode, ...uses.map(({ key }) => key)])
  expect([...SENTENCES.keys()].filter((key) => !used.has(key))).toEqual([])
})

it('each use fills in what the sentence names, and nothing else', () => {
  for (const { file, filled, key } of uses) {
    const wanted = placeholdersIn(SENTENCES.get(key)!.words).sort()
    expect(filled.sort(), `${file}, ${key}`).toEqual(wanted)
  }
})

it.each(templates.filter(({ file }) => !(file in FIXED)))(
  'no sentence is left in $file',
  (template) => {
    expect(wordsInMarkup(template)).toEqual([])
    expect(wordsInCode(template)).toEqual([])
  },
)

it('what is fixed is so for a reason that still holds', () => {
  for (const file of Object.keys(FIXED)) {
    const template = templates.find((one) => one.file === file)!
    expect([...wordsInMarkup(template), ...wordsInCode(template)], file).not.toEqual([])
  }
})

it.each([
  ['text', '<p>Left behind</p>', ['Left behind'], []],
  ['a label', '<nav aria-label="Left"></nav>', ['Left'], []],
  ['a description', '<meta property="og:image:alt" content="Left">', ['Left'], []],
  ['what a component shows', '{{ button({ text: "left" }) }}', [], ['left']],
  ['a choice', '{{ "left behind" if a else "b" }}', [], ['left behind']],
  ['a title', '{% set title = "Left" %}', [], ['Left']],
  ['what is filled in', '{{ "page.back" | words(link="Left" | linkTo("/")) }}', [], ['Left']],
  [
    'nothing',
    '<p class="a b">{{ "page.back" | words }}: {% if a == "Left" %}–{% endif %}</p>',
    [],
    [],
  ],
])('finds %s', (_, source, inMarkup, inCode) => {
  const template = { file: 'a.njk', source }
  expect([wordsInMarkup(template), wordsInCode(template)]).toEqual([inMarkup, inCode])
})
