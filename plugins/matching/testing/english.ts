import { speak } from '../languages/index.ts'

/** Says the plugin's texts in English. */
export const say = speak({ language: 'en', translations: {} })
