import { contactAddress } from '../messages/contact.ts'
import { findCopies } from '../../database/copies.ts'
import type { PayloadRequest } from 'payload'

import { widenedFor } from '@mentoring/forms/editions/audience'
import { formForAnswers } from '@mentoring/forms/editions/form-of'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { answersOf } from '@mentoring/forms/own-answers'
import type { FormSchema } from '@mentoring/forms/form-types'
import { rememberDevice } from '../links/devices.ts'
import { isParticipant, ownerOf, type SignedUp } from '../links/owner.ts'
import { ukDate, ukDateTime } from '../clock/dates.ts'
import { otherRole, type Role } from '../clock/facts.ts'
import { Refused } from '@mentoring/kit/refused'
import { findTrainingDays, leavePlace, takePlace } from '../training/training.ts'
import {
  changeDetails,
  comeBack,
  erase,
  findOpenMatches,
  isMatchable,
  pause,
  setReminders,
  withdraw,
} from '../people/person-actions.ts'
import { inputsOf } from './inputs.ts'
import { otherPage } from './other-page.ts'
import { choice, WORD_FORM } from './questions.ts'
import type { Asked, MyPage } from './types.ts'

/** Asked once, at sign-up, or changed with proof only. */
const NOT_CHANGED = ['consent', 'email']

/** The questions of the sign-up form that can be answered anew. */
const detailsForm = async ({ participant: { person, role }, req }: Asked): Promise<FormSchema> => {
  const edition = await editionInForce(req)
  const form = formForAnswers(edition, role, answersOf(person))
  return {
    sections: form.sections
      .map(({ fields, ...section }) => ({
        ...section,
        fields: fields.filter(({ name }) => !NOT_CHANGED.includes(name)),
      }))
      .filter(({ fields }) => fields.length > 0),
  }
}

/** Whoever saves agrees that others see more of their answers than they were told. */
const moreWillSee = async ({ participant: { person, role }, req }: Asked): Promise<string[]> => {
  const widened = await widenedFor(req.payload, await editionInForce(req), role, person)
  const labels = (seenBy: string) =>
    widened.filter((question) => question.seenBy === seenBy).map(({ label }) => `“${label}”`)
  const say = (who: string, questions: string[]) =>
    questions.length > 0
      ? [
          `When you save, ${who} can see your answer to ${questions.join(', ')}. Until then they can’t. Empty an answer that you do not want to share.`,
        ]
      : []
  return [
    ...say(`your ${otherRole(role)}, if you have one,`, labels('other')),
    ...say('coordinators', labels('coordinators')),
  ]
}

const details: MyPage = {
  form: async (asked) => {
    const { participant, req } = asked
    const form = await detailsForm(asked)
    return {
      title: 'Change your details',
      paragraphs: [
        'What you change here counts for matches from now on. Matches you have stay as they are.',
        `To change your email address, write to ${await contactAddress(req)} from it.`,
        ...(await moreWillSee(asked)),
      ],
      schema: form,
      values: inputsOf(form, answersOf(participant.person)),
      submit: 'Save my details',
    }
  },
  act: async (asked, answers) => {
    const { participant, req } = asked
    await changeDetails(req, participant, await detailsForm(asked), answers)
    return 'details'
  },
}

const leaveProgramme: MyPage = {
  form: async ({ participant, req }) => {
    if (participant.person.status === 'withdrawn') {
      throw new Refused(409, 'You have left the programme.')
    }
    const open = await findOpenMatches(req, participant)
    return {
      title: 'Leave the programme',
      paragraphs: [
        'You can leave at any time. We ask for no reason, and nobody is blamed.',
        ...(open.length > 0 ? [endsToo(otherRole(participant.role), open.length)] : []),
        'We will not match you. We keep your answers until you have them erased, so that you can come back.',
      ],
      schema: open.length > 0 ? WORD_FORM : undefined,
      submit: 'Leave the programme',
      isQuiet: true,
    }
  },
  // Whoever was introduced to somebody since then would end a match that the page did not speak of.
  version: async ({ participant, req }) =>
    [
      participant.person.updatedAt,
      ...(await findOpenMatches(req, participant)).map(({ id }) => id),
    ].join(),
  act: async ({ participant, req }, { word }) => {
    const ended = await withdraw(req, participant, word as string | undefined)
    return ended > 0 ? 'withdrawnFromMatch' : 'withdrawn'
  },
}

const endsToo = (other: Role, matches: number): string =>
  matches === 1
    ? `Your match ends too. We tell your ${other} in neutral words, so you do not need to.`
    : `Your ${matches} matches end too. We tell your ${other}s in neutral words, so you do not need to.`

const takeBreak: MyPage = {
  form: ({ participant }) => {
    if (!isMatchable(participant)) throw new Refused(409, 'You are not being matched now.')
    return participant.role === 'mentor'
      ? {
          title: 'Take no new mentees for a while',
          paragraphs: [
            'We give you no new mentee until you tell us on your page that you take mentees again. A mentee you have stays with you.',
          ],
          submit: 'Take no new mentees',
        }
      : {
          title: 'Take a break from waiting',
          paragraphs: [
            'We look for no mentor for you until you go back to the waiting list on your page. You keep your place.',
          ],
          submit: 'Take a break',
        }
  },
  act: async ({ participant, req }) => {
    await pause(req, participant)
    return 'paused'
  },
}

const back: MyPage = {
  form: ({ participant: { person, role } }) => {
    const isAway = ['resting', 'withdrawn'].includes(person.status)
    const isPaused = role === 'mentor' && person.takesMentees === false
    if (!isAway && !isPaused) throw new Refused(409, 'You are in the programme already.')
    return {
      title: role === 'mentor' ? 'Take mentees again' : 'Go back to the waiting list',
      paragraphs: ['Check that your details on your page are still right.'],
      submit: role === 'mentor' ? 'Take mentees again' : 'Put me on the waiting list',
    }
  },
  act: async ({ now, participant, req }) => {
    await comeBack(req, participant, now)
    return 'back'
  },
}

const reminders: MyPage = {
  purpose: 'stopReminders',
  form: ({ participant: { person } }) =>
    person.wantsNoReminders
      ? {
          title: 'Get reminders again',
          paragraphs: ['You have stopped our reminders.'],
          submit: 'Send me reminders again',
        }
      : {
          title: 'Stop reminders',
          paragraphs: [
            'We remind you when something is due, never more than once a day.',
            'If you stop reminders, you still get the emails you need to know about.',
          ],
          submit: 'Stop reminders',
        },
  act: async ({ participant, req }) => {
    const wantsNone = !participant.person.wantsNoReminders
    await setReminders(req, participant, wantsNone)
    return wantsNone ? 'noReminders' : 'reminders'
  },
}

const training: MyPage = {
  form: async ({ now, participant: { person, role }, req }) => {
    if (role !== 'mentor') throw new Refused(404, 'Training days are for mentors.')
    const days = await findTrainingDays(req, now, person.id)
    if (days.length === 0) throw new Refused(404, 'There are no training days to come.')
    return {
      title: 'Training for mentors',
      paragraphs: ['Choose a day to take a place, or to give back the place you have.'],
      schema: choice(
        'day',
        'Which day?',
        days.map(({ details, free, id, ownPlace, place, startsAt, title }) => ({
          // Sent twice, a form must not undo what it did: a place has another id than its day.
          value: ownPlace ?? id,
          label: `${title}, ${ukDateTime(startsAt)}, ${place}`,
          hint: ownPlace
            ? 'You have a place. Choose this day to give it back.'
            : [free > 0 ? `${free} ${free === 1 ? 'place' : 'places'} free.` : 'Full.', details]
                .filter(Boolean)
                .join(' '),
        })),
        'Choose a day',
      ),
      submit: 'Continue',
    }
  },
  version: async ({ now, participant: { person }, req }) =>
    (await findTrainingDays(req, now, person.id)).flatMap(({ ownPlace = [] }) => ownPlace).join(),
  act: async ({ now, participant, req }, { day }) => {
    if (participant.role !== 'mentor') throw new Refused(404, 'Training days are for mentors.')
    const { person } = participant
    const chosen = String(day)
    if (await leavePlace(req, person.id, chosen)) return 'trainingLeft'
    await takePlace(req, person, chosen, now)
    return 'training'
  },
}

const showDetails: MyPage = {
  code: 'details',
  form: async ({ participant, req }) => {
    if ((await findOpenMatches(req, participant)).length === 0) {
      throw new Refused(409, 'You have no match now.')
    }
    return {
      title: `See how to reach your ${otherRole(participant.role)}`,
      paragraphs: [
        'You have not used this browser before. So that nobody else sees their details, we email you a code first.',
        'We ask once for each browser.',
      ],
      submit: 'Email me a code',
    }
  },
  act: async ({ now, participant, req, setCookies }) => {
    setCookies([await rememberDevice(req, ownerOf(participant), now)])
    return 'known'
  },
}

const eraseAll: MyPage<SignedUp> = {
  code: 'erase',
  form: async ({ participant, req }) => ({
    title: 'Erase your data',
    paragraphs: [
      ...(isParticipant(participant)
        ? [
            'We remove your answers, your matches, your agreements and the emails about you. This can’t be undone.',
            'If you have a match, it ends, and we tell the other person in neutral words.',
          ]
        : ['We remove your answers and the emails about you. This can’t be undone.']),
      'To be sure that it is you, we email you a code first.',
      ...(await stayingCopies(req)),
    ],
    schema: choice(
      'sure',
      'Are you sure?',
      [{ value: 'yes', label: 'Yes, erase my data' }],
      'Choose “Yes, erase my data”, or go back to your page',
    ),
    submit: 'Erase my data',
    isWarning: true,
  }),
  act: async ({ participant, req }) => {
    await erase(req, participant)
    return 'erased'
  },
}

/** What erasing does not reach, in words for the person; nothing when it reaches everything here. */
export const stayingCopies = async ({ payload }: PayloadRequest): Promise<string[]> => {
  const until = (await findCopies(payload)).at(-1)?.goesAt
  return until
    ? [
        `Before our system was last updated we made a copy of it. Nobody works with that copy. Your data is in it until ${ukDate(until)}; then the copy is deleted.`,
      ]
    : []
}

/** The pages of everybody who has signed up, by the last part of their address. */
export const PAGES_OF_ALL: Record<string, MyPage<SignedUp>> = { erase: eraseAll }

/** The pages about mentors and mentees, by the last part of their address. */
export const PERSON_PAGES: Record<string, MyPage> = {
  details,
  withdraw: leaveProgramme,
  break: takeBreak,
  back,
  'stop-reminders': reminders,
  training,
  'contact-details': showDetails,
  'other-page': otherPage,
}
