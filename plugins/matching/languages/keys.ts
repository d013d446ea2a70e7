import type { en } from './en.ts'

/** Keys of texts without anything to fill in. */
export type PlainKey = {
  [Key in keyof typeof en]: (typeof en)[Key] extends `${string}{{${string}` | object ? never : Key
}[keyof typeof en]
