import { inTransaction } from '@mentoring/kit/in-transaction'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { createManyOf } from '../../database/create-many.ts'
import { FORMS } from '../../collections/forms.ts'
import { forgetAnswers, forgetAnswersRound } from '../../plugins/forms/forget-answers.ts'
import type { Mentee } from '../../payload-types.ts'
import { dataOf } from '../../programme/people/data.ts'
import { editorsOf } from '../helpers/editors.ts'
import { bootMentoring, type Mentoring } from '../helpers/mentoring.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

/**
 * Answers to questions that no form asks any more are kept for so many days, and then removed. What editors do comes
 * before today: their log-ins end by the real clock.
 */

let app: Mentoring
let editors: ReturnType<typeof editorsOf>
beforeAll(async () => {
  app = await bootMentoring()
  editors = editorsOf(app)
})
afterAll(() => app.shutDown())

const BOTH = ['mentor', 'mentee'] as const
const forget = () => forgetAnswers(app.payload, FORMS, new Date())
const read = async (collection: 'mentees' | 'mentors', id: string) =>
  (await app.payload.db.findOne<Pick<Mentee, 'answerIndex' | 'answers' | 'askedIn' | 'id'>>({
    collection,
    where: { id: { equals: id } },
  }))!
const dataOfMentee = async (id: string) => {
  const person = await app.payload.findByID({ collection: 'mentees', id, overrideAccess: true })
  return dataOf(await app.reqAs('admin'), { role: 'mentee', person })
}

describe('answers to a question that no form asks any more', () => {
  let holder: Mentee
  let mentorId: string
  let number: number
  const answers = { car: true, pet: 'Cat', room: false }

  beforeAll(async () => {
    await editors.addQuestion('car', { kind: 'yesNo', keepDays: 10 })
    await editors.addQuestion('pet', { kind: 'text' })
    await editors.addQuestion('room', { kind: 'yesNo', keepDays: 10 })
    for (const kind of BOTH) {
      await editors.ask(kind, ...['car', 'pet', 'room'].map((question) => ({ question })))
    }
    number = (await editors.publish()).number
    const askedIn = { car: number, pet: number, room: number, phone: number }
    holder = await createMentee(app.payload, { answers, askedIn, about: 'I like tea.' })
    mentorId = (await createMentor(app.payload, { answers, askedIn })).id
    await editors.takeOff('mentor', 'car')
    await editors.publish()
  })

  it('stay while another form asks it', async () => {
    app.travel(15)
    expect(await forget()).toBe(0)
    await editors.takeOff('mentee', 'car')
    await editors.takeOff('mentee', 'about')
    for (const kind of BOTH) {
      await editors.takeOff(kind, 'pet')
      await editors.takeOff(kind, 'room')
    }
    await editors.publish()
    expect(await forget()).toBe(0)
  })

  it('are in a person’s data with the day until which they are kept', async () => {
    const sections = await dataOfMentee(holder.id)
    const once = sections.find(({ title }) => title === 'Questions we no longer ask')
    expect(once?.rows).toEqual([
      { label: 'A few words about you', value: 'I like tea.' },
      // 10 days from the edition that asked it on no form any more, and 180.
      { label: 'What about car? (kept until Saturday 14 November 2026)', value: 'Yes' },
      { label: 'What about pet? (kept until Monday 3 May 2027)', value: 'Cat' },
      { label: 'What about room? (kept until Saturday 14 November 2026)', value: 'No' },
    ])
    const own = sections.find(({ title }) => title === 'Your answers')
    expect(own?.rows.map(({ label }) => label).join()).not.toContain('What about')
  })

  it('are kept by a question that is back on a form in time', async () => {
    app.travel(20)
    await editors.ask('mentee', { question: 'room' })
    await editors.publish()
    app.travel(25, 9)
    expect(await forget()).toBe(0)
  })

  it('are removed when their days are over, once, and nothing else is', async () => {
    const lines: unknown[] = []
    const spy = vi.spyOn(app.payload.logger, 'info').mockImplementation((line: unknown) => {
      lines.push(line)
    })
    app.travel(26)
    await forgetAnswersRound(FORMS).run(app.payload)
    await forgetAnswersRound(FORMS).run(app.payload)
    spy.mockRestore()
    // A number, and nobody’s name or answer.
    const msg = 'Answers to questions that are no longer asked were removed'
    expect(lines).toEqual([{ msg, people: 2 }])
    const left = {
      answers: { pet: 'Cat', room: false },
      askedIn: { pet: number, room: number, phone: number },
      answerIndex: '|room=false|',
    }
    expect(await read('mentees', holder.id)).toMatchObject({ ...left, about: 'I like tea.' })
    expect(await read('mentors', mentorId)).toMatchObject(left)
    for (const [collection, id] of [
      ['mentees', holder.id],
      ['mentors', mentorId],
    ] as const) {
      const { answers: kept, askedIn } = await read(collection, id)
      expect({ ...kept, ...askedIn }, collection).not.toHaveProperty('car')
    }
  })

  it('are removed too when they come later, by a link that was mailed before', async () => {
    const late = await createMentee(app.payload, { answers: { car: false, room: true } })
    expect(await forget()).toBe(1)
    expect(await read('mentees', late.id)).toMatchObject({
      answers: { room: true },
      answerIndex: '|room=true|',
    })
    expect(await forget()).toBe(0)
  })

  it('are removed from more people than one portion has', async () => {
    const { id: _, ...mentor } = await read('mentors', mentorId)
    const data = Array.from({ length: 501 }, (__, n) => ({
      ...mentor,
      _id: undefined,
      email: `one.of.many.${n}@example.org`,
      answers: { car: true },
      askedIn: { car: number },
    }))
    const req = await app.reqAs('admin')
    const { createMany } = createManyOf(app.payload)
    await inTransaction(req, () => createMany({ collection: 'mentors', data, req }))
    expect(await forget()).toBe(501)
    expect(await forget()).toBe(0)
  })

  it('are kept for another number of days from the next edition on', async () => {
    const { id } = await editors.find('questions', 'pet')
    const body = { keepDays: 5 }
    const refused = await app.rest('PATCH', `/questions/${id}`, { as: 'comms', body })
    expect(refused.status).toBe(400)
    for (const keepDays of [0, 3651, 1.5]) {
      const wrong = { as: 'coordinator', body: { keepDays } } as const
      expect((await app.rest('PATCH', `/questions/${id}`, wrong)).status).toBe(400)
    }
    await editors.call('PATCH', `/questions/${id}`, body)
    expect(await forget()).toBe(0)
    expect((await editors.publish()).changes).toEqual(
      ['Mentor sign-up form', 'Mentee sign-up form'].map(
        (form) => `${form}: “About pet”: how long answers are kept once it is not asked changed.`,
      ),
    )
    expect(await forget()).toBe(2)
    expect((await read('mentees', holder.id)).answers).toEqual({ room: false })
  })
})
