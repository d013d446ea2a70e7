import { asLabel, ENGLISH, type Reader, speaking, type Translated } from '@mentoring/kit/languages'
import type { Payload } from 'payload'

import type { Mail, OutboxOptions } from '../types.ts'
import { en } from './en.ts'

/** Where the texts stand among Payload's translations. */
export const NAMESPACE = 'plugin-outbox'

/** All texts of the plugin, for a project that says them in another language. */
export type OutboxTexts = Translated<typeof en>

/** What says the plugin's texts in a reader's language. */
export const speak = speaking(NAMESPACE, en)

export type Say = ReturnType<typeof speak>

/** For those who start the server, and for messages of a project that names no language. */
export const inEnglish = speak(ENGLISH)

/** What says what stands in the messages themselves, in the language the project names for them. */
export const inMessages = (
  { config }: Payload,
  { language }: Pick<OutboxOptions, 'language'>,
): Say => {
  if (!language) return inEnglish
  const all = config.i18n.translations as Record<string, object | undefined>
  return speak({ language, translations: all[language.split('-')[0]!] ?? {} })
}

/** A text as Payload takes it for a label. */
export const text = asLabel(speak)

/** What the state of a message is called in a reader's language. */
export const mailState = (status: Mail['status'], reader: Reader): string => speak(reader)(status)
