import {
  escapeDiffHTML,
  FieldDiffContainer,
  getHTMLDiffComponents,
  unescapeDiffHTML,
} from '@payloadcms/ui/rsc'
import type { JSONFieldDiffServerComponent } from 'payload'

import { nameOf } from '../../site/words/check.ts'
import { SENTENCES } from '../../site/words/index.ts'

/** In a comparison of versions: each sentence that differs, with its place and what was said before. */
export const ChangedSentences: JSONFieldDiffServerComponent = ({
  comparisonValue,
  i18n,
  nestingLevel,
  versionValue,
}) => {
  const [before, after] = [said(comparisonValue), said(versionValue)]
  return [...SENTENCES.values()]
    .filter(({ key }) => before[key] !== after[key])
    .map((sentence) => {
      const { key, words } = sentence
      const html = (text: string | undefined) => `<p>${escapeDiffHTML(text ?? words)}</p>`
      const { From, To } = getHTMLDiffComponents({
        fromHTML: html(before[key]),
        postProcess: unescapeDiffHTML,
        toHTML: html(after[key]),
        tokenizeByCharacter: false,
      })
      return (
        <FieldDiffContainer
          From={From}
          i18n={i18n}
          key={key}
          label={{ label: nameOf(sentence) }}
          nestingLevel={nestingLevel}
          To={To}
        />
      )
    })
}

const said = (value: unknown): Record<string, string> => (value ?? {}) as Record<string, string>
