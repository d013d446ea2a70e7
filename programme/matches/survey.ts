import type { PayloadRequest } from 'payload'

import type { Survey } from '../../payload-types.ts'
import { formSchema } from '../../plugins/forms/form-schema.ts'
import type { Role } from '../clock/facts.ts'
import { surveyQuestions } from '../../collections/Surveys.ts'
import type { MatchContext } from './types.ts'
import { Refused } from '@mentoring/kit/refused'

/** The survey's questions, as a form. */
export const SURVEY_FORM = formSchema(surveyQuestions)

type Answers = Pick<Survey, 'helpful' | 'stillInContact' | 'wouldMentor'>

/**
 * Keeps somebody's answers; answering again replaces them.
 *
 * @throws Refused while the match is going.
 */
export const saveSurvey = async (
  { facts, match, req }: MatchContext,
  role: Role,
  { helpful, stillInContact, wouldMentor }: Answers,
): Promise<void> => {
  if (facts.state !== 'completed') {
    throw new Refused(409, 'These questions are for the end of a match.')
  }
  const answers = {
    helpful: helpful ?? null,
    stillInContact: stillInContact ?? null,
    wouldMentor: wouldMentor ?? null,
  }
  const common = { depth: 0, overrideAccess: true, req } as const
  const earlier = await findSurvey(req, match.id, role)
  if (earlier) {
    await req.payload.update({ collection: 'surveys', id: earlier.id, data: answers, ...common })
  } else {
    await req.payload.create({
      collection: 'surveys',
      data: { match: match.id, role, key: `${match.id}:${role}`, ...answers },
      ...common,
    })
  }
}

/** What somebody answered. */
export const findSurvey = async (
  req: PayloadRequest,
  match: string,
  role: Role,
): Promise<Survey | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'surveys',
    where: { key: { equals: `${match}:${role}` } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0]
}
