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

// Lists to type into are on two pages of each form: the others do without their script.
if (document.querySelector('[data-type-ahead]')) {
  void import('./type-ahead/all.ts').then(({ typeAheads }) => typeAheads())
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepAnswers(form)
