import { asLabel, ENGLISH, speaking, type Translated } from '@mentoring/kit/languages'

import { en } from './en.ts'

/** Where the texts stand among Payload's translations. */
export const NAMESPACE = 'plugin-publication'

/** All texts of the plugin, for a project that says them in another language. */
export type PublicationTexts = Translated<typeof en>

/** What says the plugin's texts in a reader's language. */
export const speak = speaking(NAMESPACE, en)

export type Say = ReturnType<typeof speak>

/** What is kept in rows, whoever reads them. */
export const inEnglish = speak(ENGLISH)

/** A text as Payload takes it for a label. */
export const text = asLabel(speak)
