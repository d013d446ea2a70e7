import type { PayloadRequest } from 'payload'

import { createRecord, findFirstRecord, updateRecord } from '../../database/records.ts'
import type { Survey } from '../../payload-types.ts'
import { formSchema } from '@mentoring/forms/form-schema'
import type { Facts, Role } from '../clock/facts.ts'
import { surveyQuestions } from '../../collections/Surveys.ts'
import type { MatchContext } from './types.ts'
import { Refused } from '@mentoring/kit/refused'

/** The survey's questions, as a form. */
export const SURVEY_FORM = formSchema(surveyQuestions)

/** What somebody says at the end. */
export type SurveyAnswers = Pick<Survey, 'helpful' | 'stillInContact' | 'wouldMentor'>

/**
 * Keeps somebody's answers; answering again replaces them.
 *
 * @throws Refused while the match is going.
 */
export const saveSurvey = async (
  { facts, match, req }: MatchContext,
  role: Role,
  { helpful, stillInContact, wouldMentor }: SurveyAnswers,
): Promise<void> => {
  refuseUnlessCompleted(facts)
  const answers = {
    helpful: helpful ?? null,
    stillInContact: stillInContact ?? null,
    wouldMentor: wouldMentor ?? null,
  }
  const earlier = await findSurvey(req, match.id, role)
  if (earlier) await updateRecord(req, 'surveys', earlier.id, answers)
  else {
    const key = `${match.id}:${role}`
    await createRecord(req, 'surveys', { match: match.id, role, key, ...answers })
  }
}

/** @throws Refused while the match is going, or when it ended before its time. */
export const refuseUnlessCompleted = ({ state }: Facts): void => {
  if (state === 'completed') return
  throw new Refused(409, 'These questions are for the end of a match.')
}

/** What somebody answered. */
export const findSurvey = (
  req: PayloadRequest,
  match: string,
  role: Role,
): Promise<Survey | undefined> =>
  findFirstRecord(req, 'surveys', { key: { equals: `${match}:${role}` } })
