import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

/**
 * The admin is also written from right to left. Stylesheets of the packages say start and end, so that
 * each thing stands where a reader of that language looks for it.
 */

const PLUGINS = path.resolve(import.meta.dirname, '../..')

/** Declarations that name a side of the screen. */
const sidesIn = (css: string): string[] => {
  const plain = css.replace(/\/\*.*?\*\//gs, '')
  const declarations = [...plain.matchAll(/([-\w]+)\s*:\s*([^;{}]+)[;}]/g)]
  return declarations.flatMap(([, property, value]) => {
    const isSide =
      /(^|-)(left|right)($|-)/.test(property!) ||
      /(^|[\s-])(left|right)($|[\s,])/.test(value!) ||
      /translateX\(/.test(value!) ||
      (/^(margin|padding|inset|border-(width|color|style|radius)|scroll-(margin|padding))$/.test(
        property!,
      ) &&
        hasUnevenSides(property!, value!))
    return isSide ? [`${property}: ${value!.trim()}`] : []
  })
}

/** Of four values the second is the right and the fourth the left one; of corners each is one side's. */
const hasUnevenSides = (property: string, value: string): boolean => {
  let depth = 0
  const values = [...value.trim()].reduce(
    (parts, character) => {
      if (character === '(') depth += 1
      if (character === ')') depth -= 1
      if (character === ' ' && depth === 0) parts.push('')
      else parts[parts.length - 1] += character
      return parts
    },
    [''],
  )
  if (property === 'border-radius') return values.some((one) => one !== values[0])
  return values.length === 4 && values[1] !== values[3]
}

const files = (await readdir(PLUGINS, { recursive: true })).filter(
  (file) => file.endsWith('.css') && !file.includes('node_modules'),
)

describe('the stylesheets of the packages', () => {
  it('are found', () => {
    expect(files).toEqual(
      expect.arrayContaining(['kit/admin/desk.css', 'matching/admin/matching.css']),
    )
  })

  it.each(files)('%s names no side of the screen', (file) => {
    expect(sidesIn(readFileSync(path.join(PLUGINS, file), 'utf8'))).toEqual([])
  })

  it.each([
    'margin-left: 1px',
    'right: 0',
    'border-top-left-radius: 2px',
    'text-align: right',
    'float: left',
    'transition: left 1s',
    'transform: translateX(4px)',
    'padding: 0 1px 0 calc(2px + 1px)',
    'border-radius: 1px 0 0 1px',
  ])('would be refused with %s', (declaration) => {
    expect(sidesIn(`.a { color: red; ${declaration}; }`)).toEqual([declaration])
  })

  it.each(['margin-inline-start: 1px', 'padding: 0 calc(1px + 2px) 1px', 'content: "left over"'])(
    'may say %s',
    (declaration) => {
      expect(sidesIn(`.a { ${declaration}; } /* to the left: 0; */`)).toEqual([])
    },
  )
})
