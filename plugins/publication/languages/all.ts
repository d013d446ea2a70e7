import { ar } from './ar.ts'
import { en } from './en.ts'

/** The languages the plugin brings. */
export const TEXTS = { en, ar }
