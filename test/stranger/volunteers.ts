import { richText } from '../helpers/rich-text.ts'
import type { Call } from './people.ts'

/** Makes a record that forms are made of; throws with what is wrong. */
const write = async (call: Call, collection: string, data: object): Promise<void> => {
  const { json, status } = await call('POST', `/${collection}`, data)
  if (status !== 201) throw new Error(`${collection} was not made: ${JSON.stringify(json)}`)
}

const WORDS = { missing: 'Answer this', invalid: 'This can’t be used' }

/**
 * Writes the form of a project that has none, as an editor does: two questions that its code knows and two of its own.
 */
export const writeForm = async (call: Call): Promise<void> => {
  const list = { key: 'days', label: 'Days', noun: 'day', order: 'asPlaced' }
  await write(call, 'choice-lists', list)
  await write(call, 'choices', { list: 'days', label: 'Weekdays', hint: 'From 9 to 5' })
  await write(call, 'choices', { list: 'days', label: 'Weekends', synonyms: ['Saturday'] })
  const asked = [
    { key: 'name', kind: 'name', adminLabel: 'Name' },
    { key: 'email', kind: 'email', adminLabel: 'Email address' },
    { key: 'days', kind: 'many', list: 'days', adminLabel: 'Days' },
    { key: 'hours', kind: 'number', min: 1, max: 40, adminLabel: 'Hours' },
  ]
  for (const question of asked) {
    const volunteer = { label: `${question.adminLabel}?`, ...WORDS }
    await write(call, 'questions', { purpose: 'To try it.', ...question, volunteer })
  }
  await write(call, 'sign-up-forms', {
    kind: 'volunteer',
    label: 'Volunteer form',
    title: 'Help us',
    intro: richText('It takes a minute.'),
    pages: [
      { title: 'You', questions: ['name', 'email'].map(required) },
      { title: 'Your time', questions: [{ question: 'days' }, required('hours')] },
    ],
    agreement: {
      title: 'Agree',
      consent: 'You may write to me.',
      label: 'I agree',
      missing: 'Tick the box',
    },
  })
}

const required = (question: string) => ({ question, isRequired: true })
