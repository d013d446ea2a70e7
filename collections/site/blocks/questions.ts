import { md } from '../../../starter/markdown.ts'
import { body, heading, NAMED_ROWS } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Questions whose answers open when somebody wants them. */
export const questions = partKind({
  name: 'questions',
  label: 'Questions and answers',
  plural: 'Questions and answers',
  group: 'Words',
  sketch: {
    accent: 'M16 20h8M20 16v8M16 40h8M20 36v8M16 60h8M20 56v8',
    lines: 'M34 20h66M34 40h56M34 60h62',
  },
  fields: [
    heading(),
    {
      name: 'questions',
      type: 'array',
      labels: { singular: 'Question', plural: 'Questions' },
      minRows: 1,
      maxRows: 30,
      required: true,
      admin: NAMED_ROWS,
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
