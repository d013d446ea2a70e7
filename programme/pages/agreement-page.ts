import { page } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { isParticipant } from '../links/owner.ts'
import { ukDate } from '../clock/dates.ts'
import { pathOf } from '../links/path-of.ts'
import { agreementInForce, findAgreements, termRows } from '../matches/agreement.ts'
import { factsOf } from '../matches/facts-of.ts'
import { otherOf } from '../matches/other-of.ts'
import { findMatchesOf } from '../people/person-actions.ts'
import { openPersonal } from './open-personal.ts'
import { MY_PATH } from './paths.ts'
import { myTemplates } from './templates.ts'

/** The agreement in force as a page fit for printing. */
export const showAgreement = async (req: PayloadRequest): Promise<Response> => {
  const templates = await myTemplates(req)
  const visit = await openPersonal(req, '/my/agreement/print/')
  if (visit instanceof Response) return visit
  const { participant } = visit
  const wanted = req.searchParams.get('match')
  const matches = isParticipant(participant) ? await findMatchesOf(req, participant) : []
  const match = matches.find(({ id }) => id === wanted)
  const agreement = match && agreementInForce(await findAgreements(req, match.id))
  const back = pathOf(MY_PATH, { visit: visit.visit.name })
  if (!match || !agreement || !isParticipant(participant)) {
    return page(
      templates.message({
        title: 'There is no signed agreement yet',
        paragraphs: ['You can print it when both of you have signed.'],
        link: { href: back, text: 'Go to your page' },
      }),
      404,
    )
  }
  const { person, role } = participant
  const other = await otherOf(req, match, role)
  const nameOf = (side: 'mentee' | 'mentor') =>
    side === role ? person.name : (other?.person.name ?? 'No longer on record')
  return page(
    templates.agreement({
      back,
      between: [
        { label: 'Mentor', value: nameOf('mentor') },
        { label: 'Mentee', value: nameOf('mentee') },
        { label: 'Until', value: ukDate(factsOf(match).endsOn) },
      ],
      rows: termRows(agreement),
      signatures: [
        { label: nameOf('mentor'), value: `Signed on ${ukDate(agreement.mentorSignedAt!)}` },
        { label: nameOf('mentee'), value: `Signed on ${ukDate(agreement.menteeSignedAt!)}` },
      ],
    }),
  )
}
