import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import nunjucks from 'nunjucks'

import { attribute, parse } from './dom.ts'

/** A template of the site as it is written. */
export type Template = { file: string; source: string }

/** What a template takes of the catalogue: a key, and the names of what it fills in. */
export type Use = { file: string; key: string; filled: string[] }

/** All templates of the site. */
export const readTemplates = async (): Promise<Template[]> => {
  const files = (
    await Promise.all(
      ['site/_includes', 'site/content'].map(async (folder) =>
        (await readdir(folder, { recursive: true })).map((file) => path.join(folder, file)),
      ),
    )
  ).flat()
  return Promise.all(
    files
      .filter((file) => file.endsWith('.njk'))
      .sort()
      .map(async (file) => ({ file, source: await readFile(file, 'utf8') })),
  )
}

/** A node of a parsed template. */
type Node = { typename: string; fields: string[]; value?: unknown } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'typename' in value

// Nunjucks has a parser that its types leave out.
const { parser } = nunjucks as unknown as { parser: { parse: (source: string) => Node } }

const below = (node: Node): Node[] =>
  node.fields
    .flatMap((name) => node[name])
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)

const everyNode = (node: Node): Node[] => [node, ...below(node).flatMap(everyNode)]

/** The texts that a value may be: a literal, or one of two by a condition. */
const literals = (node: Node): (string | undefined)[] => {
  if (node.typename === 'Literal') return [String(node.value)]
  if (node.typename === 'Group') return below(node).flatMap(literals)
  if (node.typename === 'InlineIf') {
    return [node.body, node.else_].flatMap((one) => (isNode(one) ? literals(one) : []))
  }
  return [undefined]
}

/** @throws Error when a template works a key out, so that nobody could say which it uses */
export const usesIn = ({ file, source }: Template): Use[] =>
  everyNode(parser.parse(source))
    .filter(({ name, typename }) => typename === 'Filter' && isNode(name) && name.value === 'words')
    .flatMap((filter) => {
      const [key, given] = below(filter.args as Node)
      const filled = given ? below(given).map((pair) => String((pair.key as Node).value)) : []
      return literals(key!).map((one) => {
        if (one === undefined) throw new Error(`${file}: say the key of a sentence as it is.`)
        return { file, key: one, filled }
      })
    })

/** Attributes that people read or hear. */
const SPOKEN = ['alt', 'aria-description', 'aria-label', 'placeholder', 'title']

/** Has it letters, and is no address? */
const isWorded = (text: string): boolean =>
  !/^\/\S*$/.test(text) && /\p{L}/u.test(text.replace(/&#?\w+;/g, ''))

/** The markup of a template without what Nunjucks puts into it. */
const markupOf = (source: string): string =>
  source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
    .replace(/<(\/?)h(?=[\s>])/g, '<$1h2')

/** Words that stand in the markup itself: in text, or in an attribute that people read or hear. */
export const wordsInMarkup = ({ source }: Template): string[] => {
  const root = parse(markupOf(source))
  const texts: string[] = []
  const read = (node: { childNodes: unknown[]; nodeName: string }) => {
    for (const child of node.childNodes as (typeof node)[]) {
      if (child.nodeName === '#text')
        texts.push(String((child as { textContent?: string }).textContent))
      else read(child)
    }
  }
  read(root)
  const spoken = SPOKEN.flatMap((name) =>
    root.querySelectorAll(`[${name}]`).map((one) => attribute(one, name) ?? ''),
  )
  const described = root
    .querySelectorAll('meta')
    .filter((one) => /alt|description|title/.test(attribute(one, 'property') ?? ''))
    .map((one) => attribute(one, 'content') ?? '')
  return [...texts, ...spoken, ...described].map((text) => text.trim()).filter(isWorded)
}

/** Names of what components show as it is given. */
const SHOWN = /^(text|html|heading|label|legend|hint|titleText|summaryText|.*Text)$/

/**
 * Words that stand in what is worked out: a literal that begins like a sentence or has several words, or is given to
 * a component as what it shows. Names of classes are none, and nor is what is only compared.
 */
export const wordsInCode = ({ source }: Template): string[] => {
  const found: string[] = []
  const read = (node: Node): void => {
    if (node.typename === 'Compare' || node.typename === 'In') return
    if (node.typename === 'Pair') {
      const [key, value] = [node.key as Node, node.value as Node]
      const isClass = /class/i.test(String(key.value))
      if (isClass) return
      if (SHOWN.test(String(key.value)) && value.typename === 'Literal') {
        found.push(String(value.value))
        return
      }
    }
    if (node.typename === 'Filter' && isNode(node.name) && node.name.value === 'words') {
      // Its key is none; what is filled in may be.
      below(node.args as Node)
        .slice(1)
        .forEach(read)
      return
    }
    if (node.typename === 'Literal' && isSentence(String(node.value))) {
      found.push(String(node.value))
    }
    below(node).forEach(read)
  }
  read(parser.parse(source))
  return found
}

const isSentence = (text: string): boolean =>
  !/(^|\s)(app|nhsuk)-/.test(text) && (/^\p{Lu}/u.test(text) || /\p{L}\S* \p{L}/u.test(text))
