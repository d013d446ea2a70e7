import { describe, expect, it } from 'vitest'

import { problemsIn } from '../../kit/testing/problems-in.ts'
import { TEXTS } from './all.ts'

describe('the texts of the plugin', () => {
  it.each(Object.entries(TEXTS))(
    'are whole in "%s", with everything that is filled in',
    (language, texts) => {
      expect(problemsIn(texts, TEXTS.en, language)).toEqual([])
    },
  )
})
