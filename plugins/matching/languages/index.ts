import { asLabel, labelIn, type Reader, speaking, type Translated } from '@mentoring/kit/languages'
import { shortDate } from '@mentoring/kit/text'
import type { LabelFunction, PayloadRequest, StaticLabel } from 'payload'

import { type Labels, MATCH_STATES, type DeclaredOptions, type Words } from '../types.ts'
import { en } from './en.ts'

/** Where the texts stand among Payload's translations. */
export const NAMESPACE = 'plugin-matching'

/** All texts of the plugin, for a project that says them in another language. */
export type MatchingTexts = Translated<typeof en>

/** What says the plugin's texts in a reader's language. */
export const speak = speaking(NAMESPACE, en)

export type Say = ReturnType<typeof speak>

/** What people are called inside a sentence in a reader's language: their labels in lower case. */
export const wordsIn = (
  { mentees, mentors }: Record<'mentees' | 'mentors', Labels>,
  reader: Reader,
): Words => {
  const word = (label: LabelFunction | StaticLabel) =>
    labelIn(label, reader).toLocaleLowerCase(reader.language)
  return {
    mentee: word(mentees.singular),
    mentees: word(mentees.plural),
    mentor: word(mentors.singular),
    mentors: word(mentors.plural),
  }
}

/**
 * For whoever makes a request: what says the texts, what people are called in them, and how a day is
 * written, in the time zone of Payload's admin or else of the server.
 */
export const inLanguageOf = (
  { i18n, payload }: PayloadRequest,
  { labels }: Pick<DeclaredOptions, 'labels'>,
): { say: Say; words: Words; day: (iso: string) => string } => {
  const say = speak(i18n)
  const { defaultTimezone } = payload.config.admin.timezones
  return {
    say,
    words: wordsIn(labels, i18n),
    day: (iso) => shortDate(iso, say.locale, defaultTimezone),
  }
}

/** What a state of a match is called: those of the plugin in the reader's language. */
export const stateIn = ({ states }: DeclaredOptions, status: string, reader: Reader): string => {
  const own = MATCH_STATES.find(({ value }) => value === status)
  return own
    ? speak(reader)(own.value)
    : (states.all.find(({ value }) => value === status)?.label ?? status)
}

/** A text as Payload takes it for a label or a description. */
export const text = asLabel(speak)

/** The same for a text that names the people. */
export const textOf =
  (
    labels: DeclaredOptions['labels'],
    key: 'isSpread' | 'mostMatched' | 'runMentees' | 'runMentors',
  ) =>
  ({ i18n }: { i18n: Reader }): string =>
    speak(i18n)(key, wordsIn(labels, i18n))
