import { formSchema, onForm } from '@mentoring/forms/form-schema'
import type { Match } from '../../payload-types.ts'
import type { Answers } from '@mentoring/forms/answers'
import { ukDate } from '../clock/dates.ts'
import { type Facts, otherRole, type Role } from '../clock/facts.ts'
import { OPEN, stateAfter } from '../clock/states.ts'
import { MEETING_WAYS, type MeetingWay } from '../../collections/Meetings.ts'
import { factsOf } from '../matches/facts-of.ts'
import {
  AGREEMENT_FORM,
  findAgreements,
  signAgreement,
  signatureOf,
  termRows,
  type Terms,
  writeAgreement,
} from '../matches/agreement.ts'
import { noteContact, noteSilence } from '../matches/contact.ts'
import { answerGoOn, endMatch, refuseUnlessOver } from '../matches/end-match.ts'
import { answerExtension, askForExtension } from '../matches/extension.ts'
import { inMatch } from '../matches/in-match.ts'
import { Refused } from '@mentoring/kit/refused'
import { findMeetings, meetingInWords, noteMeeting, removeMeeting } from '../matches/meetings.ts'
import { findSurvey, refuseUnlessCompleted, saveSurvey, SURVEY_FORM } from '../matches/survey.ts'
import type { MatchContext } from '../matches/types.ts'
import { defaultsOf, inputsOf } from './inputs.ts'
import { choice, together, WORD_FORM, YES_NO } from './questions.ts'
import type { DoneName } from './done.ts'
import type { Asked, FormPage, MyPage } from './types.ts'

/** A page about one match. What it does is done under the lock of the match. */
type MatchPage = Pick<MyPage, 'purpose'> & {
  form: (asked: Asked & { match: Match; facts: Facts }) => FormPage | Promise<FormPage>
  act: (context: MatchContext, role: Role, answers: Answers) => Promise<DoneName>
}

const contact: MatchPage = {
  purpose: 'contact',
  form: ({ facts, participant: { role } }) => {
    const { state } = facts
    const isMentor = role === 'mentor'
    // Once there is contact, only the mentee may have something else to say.
    if (state !== 'introduced' && (isMentor || state !== 'inContact')) {
      refuseOver(facts)
      throw new Refused(409, 'Thank you, we know that you are in contact.')
    }
    return {
      title: isMentor ? 'Have you written to your mentee?' : 'Have you heard from your mentor?',
      paragraphs: [
        isMentor
          ? 'The first email comes from you. A few friendly lines are enough.'
          : 'Your mentor writes first. Look in your spam folder too.',
      ],
      schema: isMentor
        ? undefined
        : choice(
            'answer',
            'Have you heard from your mentor?',
            [
              { value: 'heard', label: 'Yes, I have heard from my mentor' },
              { value: 'nothing', label: 'No, I have heard nothing' },
            ],
            'Choose whether you have heard from your mentor',
          ),
      submit: isMentor ? 'I have written' : 'Send my answer',
    }
  },
  act: async (context, role, { answer }) => {
    if (answer === 'nothing') {
      await noteSilence(context)
      return 'silence'
    }
    await noteContact(context, { by: role })
    return 'contact'
  },
}

const meeting: MatchPage = {
  form: ({ facts }) => {
    refuseOver(facts)
    return {
      title: 'Note a meeting',
      paragraphs: ['We keep the date and how you met. Nobody asks what you talked about.'],
      schema: formSchema([
        onForm(
          { name: 'on', type: 'date', required: true },
          {
            section: '',
            as: 'date',
            label: 'When did you meet?',
            hint: 'For example, 27 10 2026',
            missing: 'Enter the date on which you met',
            invalid: 'The date on which you met must be a real date, such as 27 10 2026',
          },
        ),
        onForm(
          { name: 'way', type: 'select', required: true, options: [...MEETING_WAYS] },
          { section: '', as: 'radios', label: 'How did you meet?', missing: 'Choose how you met' },
        ),
      ]),
      submit: 'Note the meeting',
    }
  },
  act: async (context, role, { on, way }) => {
    await noteMeeting(context, role, { on: new Date(String(on)), way: way as MeetingWay })
    return 'meeting'
  },
}

const removeOne: MatchPage = {
  form: async ({ match, req }) => {
    const meetings = await findMeetings(req, match.id)
    if (meetings.length === 0) throw new Refused(409, 'No meeting is noted.')
    return {
      title: 'Take back a meeting',
      paragraphs: ['For a meeting that was noted by mistake.'],
      schema: choice(
        'meeting',
        'Which meeting?',
        meetings.map((one) => ({ value: one.id, label: meetingInWords(one) })),
        'Choose the meeting to take back',
      ),
      submit: 'Take this meeting back',
    }
  },
  act: async (context, role, { meeting }) => {
    await removeMeeting(context, role, String(meeting))
    return 'meetingRemoved'
  },
}

const agreement: MatchPage = {
  form: async ({ facts, match, req }) => {
    refuseOver(facts)
    const [latest] = await findAgreements(req, match.id)
    return {
      title: latest ? 'Change the mentoring agreement' : 'Fill in the mentoring agreement',
      paragraphs: [
        'Talk it through with each other first. What it is about is the mentee’s to set.',
        'Either of you can stop at any time by telling us, and we ask for no reason. This is part of every agreement.',
        latest
          ? 'When you change something, both of you sign again. What you both signed before counts until then.'
          : 'You sign it by sending it. We then ask the other person to read and sign it.',
      ],
      schema: AGREEMENT_FORM,
      values: latest ? inputsOf(AGREEMENT_FORM, latest) : defaultsOf(),
      submit: 'Sign and send',
    }
  },
  act: async (context, role, answers) => {
    // They were checked by the form of the agreement.
    await writeAgreement(context, role, answers as unknown as Terms)
    return 'agreement'
  },
}

const sign: MatchPage = {
  form: async ({ facts, match, participant: { role }, req }) => {
    refuseOver(facts)
    const [latest] = await findAgreements(req, match.id)
    if (!latest || latest[signatureOf(role)]) {
      throw new Refused(409, 'There is no agreement that waits for your signature.')
    }
    return {
      title: 'Sign the mentoring agreement',
      paragraphs: ['Read it first. If you want to change something, go back and change it.'],
      rows: [
        ...termRows(latest),
        {
          label: 'No-blame exit',
          value:
            'Either of us can stop at any time by telling the central team. No reason is asked.',
        },
      ],
      schema: choice(
        'version',
        'Do you agree to this?',
        [{ value: `${latest.version}`, label: 'Yes, I agree' }],
        'Choose “Yes, I agree”, or go back and change the agreement',
      ),
      submit: 'Sign',
    }
  },
  act: async (context, role, { version }) => {
    await signAgreement(context, role, Number(version))
    return 'signed'
  },
}

const extension: MatchPage = {
  purpose: 'extension',
  form: ({ facts, participant: { role } }) => {
    const { endsOn, extensionAskedBy, state, wasExtensionAsked } = facts
    stateAfter(state, 'extend')
    if (extensionAskedBy === role) {
      throw new Refused(409, 'You have asked for more time. We wait for the other’s answer.')
    }
    const isAnswer = extensionAskedBy === otherRole(role)
    if (wasExtensionAsked && !isAnswer) {
      throw new Refused(409, 'An extension was asked for before, and one of you did not want it.')
    }
    return {
      title: isAnswer ? 'Would you like more time too?' : 'Ask for more time',
      paragraphs: [
        `Your match ends on ${ukDate(endsOn)}. It is extended when both of you say yes.`,
        isAnswer
          ? `Your ${otherRole(role)} would like to go on. Both answers are fine, and nobody has to give a reason.`
          : `We ask your ${otherRole(role)}. Both answers are fine, and nobody has to give a reason.`,
      ],
      schema: isAnswer
        ? choice('answer', 'Would you like to go on?', YES_NO, 'Choose yes or no')
        : undefined,
      submit: isAnswer ? 'Send my answer' : 'Ask for more time',
    }
  },
  act: async (context, role, { answer }) => {
    if (answer === undefined) {
      await askForExtension(context, role)
      return 'extensionAsked'
    }
    await answerExtension(context, role, answer === 'yes')
    return answer === 'yes' ? 'extended' : 'extensionRefused'
  },
}

const another = (role: 'mentee' | 'mentor') =>
  choice(
    'goesOn',
    `Would you like to be matched with another ${otherRole(role)}?`,
    YES_NO,
    'Choose whether you would like another match',
    role === 'mentee'
      ? 'If yes, you go back to the waiting list with the place you had.'
      : undefined,
  )

const leave: MatchPage = {
  form: ({ facts, participant: { role } }) => {
    stateAfter(facts.state, 'endEarly')
    return {
      title: 'End this match',
      paragraphs: [
        'You can stop at any time. We ask for no reason, and nobody is blamed.',
        `We tell your ${otherRole(role)} in neutral words that the match has ended. You two will not be matched with each other again.`,
      ],
      schema: together(another(role), WORD_FORM),
      submit: 'End this match',
      isQuiet: true,
    }
  },
  act: async (context, role, { goesOn, word }) => {
    const how = { goesOn: goesOn === 'yes', word: word as string | undefined }
    await endMatch(context, { by: role }, how)
    return 'left'
  },
}

const goOn: MatchPage = {
  purpose: 'goOn',
  form: ({ facts: { state }, participant: { role } }) => {
    refuseUnlessOver(state)
    return {
      title: 'Would you like another match?',
      paragraphs: ['You can change your answer later on your page.'],
      schema:
        state === 'completed' && role === 'mentee'
          ? choice('goesOn', 'Would you like another mentor?', YES_NO, 'Choose yes or no')
          : another(role),
      submit: 'Send my answer',
    }
  },
  act: async (context, role, { goesOn }) => {
    await answerGoOn(context, role, goesOn === 'yes')
    return goesOn === 'yes' ? 'goesOn' : 'staysOut'
  },
}

const survey: MatchPage = {
  purpose: 'survey',
  form: async ({ facts, match, participant: { role }, req }) => {
    refuseUnlessCompleted(facts)
    const earlier = await findSurvey(req, match.id, role)
    return {
      title: 'How was it?',
      paragraphs: ['Only the coordinators see your answers.'],
      schema: SURVEY_FORM,
      values: earlier && inputsOf(SURVEY_FORM, earlier),
      submit: 'Send my answers',
    }
  },
  act: async (context, role, answers) => {
    await saveSurvey(context, role, answers)
    return 'survey'
  },
}

const toPage = ({ act, form, purpose }: MatchPage): MyPage => ({
  purpose,
  isAboutMatch: true,
  form: (asked) => form({ ...asked, match: asked.match!, facts: factsOf(asked.match!) }),
  act: ({ match, now, participant: { role }, req }, answers) =>
    inMatch(req, match!.id, (context) => act(context, role, answers), now),
})

/** The pages about one match, by the last part of their address. */
export const MATCH_PAGES: Record<string, MyPage> = {
  contact: toPage(contact),
  meeting: toPage(meeting),
  'remove-meeting': toPage(removeOne),
  agreement: toPage(agreement),
  sign: toPage(sign),
  extension: toPage(extension),
  leave: toPage(leave),
  'another-match': toPage(goOn),
  survey: toPage(survey),
}

function refuseOver({ state }: Facts): void {
  if (!OPEN.includes(state)) throw new Refused(409, 'This match is over.')
}
