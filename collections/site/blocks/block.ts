import type { Block, Field } from 'payload'

import { drawSketch, type Sketch } from './sketch.ts'

/** A kind of part that editors put pages together from. */
export type PartKind = Block & {
  /** Filled in as an editor would: what the tests show, and what a new part of this kind can look like. */
  custom: { example: Record<string, unknown> }
}

/**
 * Declares a kind of part of a page: its name, its fields, and an example. How it looks is said by the template of the
 * same name in `site/_includes/blocks`. The values of its fields reach the template under their names: rich text as
 * HTML, a picture as `{ file, alt, width, height }`, a link as `{ href }`.
 *
 * @param kind.name in the snapshot and of the template
 * @param kind.label what editors call it
 * @param kind.group under which editors find it when they add a part
 * @param kind.sketch how it looks, for the same list
 * @param kind.example with Markdown for rich text, see `md`
 */
export const partKind = ({
  example,
  fields,
  group,
  label,
  name,
  plural = `${label}s`,
  sketch,
}: {
  name: string
  label: string
  plural?: string
  group?: 'From the records' | 'Lists and cards' | 'Pictures and stories' | 'Words'
  sketch?: Sketch
  fields: Field[]
  example: Record<string, unknown>
}): PartKind => ({
  slug: name,
  interfaceName: `${name[0]!.toUpperCase()}${name.slice(1)}Part`,
  labels: { singular: label, plural },
  fields,
  admin: {
    disableBlockName: true,
    group,
    ...(sketch && { images: { thumbnail: { url: drawSketch(sketch), alt: '' } } }),
    components: {
      Label: { path: './admin/PartLabel.tsx#PartLabel', clientProps: { kind: label } },
    },
  },
  custom: { example },
})
