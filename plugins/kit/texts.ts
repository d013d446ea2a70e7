import { speaking, type Translated } from './languages.ts'

/** Where the kit's texts stand among Payload's translations. */
export const NAMESPACE = 'plugin-kit'

const en = {
  noAnswer: 'The server did not answer. Try again.',
  fault: 'Nothing was changed: the server had a problem. Try again.',
  busy: 'Nothing was changed: others are deciding about the same at this moment. Try again.',
  problemIn: 'Nothing was changed. There is a problem with {{place}}: {{message}}.',
  theRequest: 'the request',
} as const

const ar: Translated<typeof en> = {
  noAnswer: 'لم يُجب الخادم. حاول من جديد.',
  fault: 'لم يتغير شيء: حدث خلل في الخادم. حاول من جديد.',
  busy: 'لم يتغير شيء: يبتّ آخرون في الأمر نفسه في هذه اللحظة. حاول من جديد.',
  problemIn: 'لم يتغير شيء. توجد مشكلة في {{place}}: {{message}}.',
  theRequest: 'الطلب',
}

/** What the kit says to people, by language. */
export const TEXTS = { en, ar }

export const speak = speaking(NAMESPACE, en)
