import { isDeepStrictEqual } from 'node:util'

import { formOf } from '@mentoring/forms/editions/form-of'
import { editionOf, editionToFinish } from '@mentoring/forms/editions/in-force'
import type { Edition } from '@mentoring/forms/editions/types'
import type { FormSection } from '@mentoring/forms/form-types'
import type { PayloadRequest } from 'payload'

import { withoutConsent } from '../journey/journey.ts'
import type { Draft } from './types.ts'

/**
 * A draft on the edition that its owner goes on with. Where that replaces the one they began, all they have typed stays,
 * and each page that is not as it was is shown again, the first of them with a sentence that says why.
 */
export const carryOver = async (req: PayloadRequest, draft: Draft): Promise<Draft> => {
  const { content, row } = draft
  const edition = await editionToFinish(req, row.edition)
  if (edition.number === row.edition) return draft
  const begun = await editionOf(req.payload, row.edition)
  const [before, after] = [begun, edition].map((one) => one && pagesIn(one, row.kind))
  const isAsBefore = ({ fields, slug }: FormSection) =>
    isDeepStrictEqual(before?.find((page) => page.slug === slug)?.fields, fields)
  const changed = after!.filter((page) => !isAsBefore(page)).map(({ slug }) => slug)
  const [first] = changed
  return {
    ...draft,
    row: { ...row, edition: edition.number },
    content: {
      ...content,
      tried: content.tried.filter((slug) => !changed.includes(slug)),
      notice: first === undefined ? content.notice : { page: first, is: 'form' },
    },
  }
}

/** What is agreed to is not among them: whoever sends a sign-up agrees to the words in force. */
const pagesIn = (edition: Edition, kind: string): FormSection[] => {
  const form = formOf(edition, kind)
  return form ? withoutConsent(form).sections : []
}
