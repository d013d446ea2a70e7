import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Questions whose answers open when somebody wants them. */
export const questions = partKind({
  name: 'questions',
  label: 'Questions and answers',
  plural: 'Questions and answers',
  fields: [
    heading(),
    {
      name: 'questions',
      type: 'array',
      labels: { singular: 'Question', plural: 'Questions' },
      minRows: 1,
      maxRows: 30,
      required: true,
      admin: { components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' } },
      fields: [
        { name: 'title', type: 'text', label: 'Question', required: true, maxLength: 200 },
        body({ label: 'Answer' }),
      ],
    },
  ],
  example: {
    title: 'Questions people ask',
    questions: [{ title: 'Does it cost anything?', body: md('No.') }],
  },
})
