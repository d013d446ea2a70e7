import { waitInWords } from '@mentoring/kit/limit'

import type { AnswerError } from '@mentoring/forms/answers'
import type { Content } from '../drafts/types.ts'

/** What a page says beside what is wrong with single answers; nothing when there is nothing to say. */
export const noticeOn = ({ notice }: Content, page: string, now: Date): AnswerError[] => {
  if (notice?.page !== page) return []
  const seconds = (Date.parse(notice.until ?? '') - now.getTime()) / 1000
  switch (notice.is) {
    case 'failed':
      return said(
        'Sorry, we could not send your answers. They are still here: try again in a few minutes.',
      )
    case 'form':
      return said(
        'We had to change this form since you began. Your answers are still here. Look at this page again before you continue.',
      )
    case 'tooLong':
      return said('What you sent was too long to be kept. Use fewer words and send it again.')
    case 'wait':
      return seconds > 0
        ? said(
            `Many people are signing up at this moment. Try again in ${waitInWords(seconds)}: your answers stay here.`,
          )
        : []
    case 'words':
      return said(
        'What you agree to has changed since you opened this page. Read it again before you send your sign-up.',
      )
  }
}

const said = (message: string): AnswerError[] => [{ field: '', message }]
