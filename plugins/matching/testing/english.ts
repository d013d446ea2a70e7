import { ENGLISH } from '@mentoring/kit/languages'

import { speak } from '../languages/index.ts'

/** Says the plugin's texts in English. */
export const say = speak(ENGLISH)
