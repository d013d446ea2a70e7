import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  Header,
  Radios,
  SkipLink,
} from 'nhsuk-frontend'

import { keepAnswers } from './keep-answers.ts'

/** ARIA knows no expanded state of a radio; that it opens a question is said by what it controls. */
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}
import { typeAheadOne } from './type-ahead/one.ts'
import { typeAheadSeveral } from './type-ahead/several.ts'

// Only what the pages use: `initAll` would pull in every component.
for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Header,
  PlainRadios,
  SkipLink,
]) {
  createAll(component)
}

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-type-ahead]')) {
  typeAheadOne(select)
}
for (const rows of document.querySelectorAll<HTMLElement>('.app-selects[data-type-ahead]')) {
  typeAheadSeveral(rows)
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepAnswers(form)
