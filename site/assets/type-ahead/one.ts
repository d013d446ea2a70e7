import { optionNamed } from '@mentoring/forms/find-option'
import { combobox } from './combobox.ts'
import { element } from './element.ts'
import { hasFocus } from './has-focus.ts'
import { listOptions } from './list-options.ts'

/**
 * Puts a combobox in the place of a select. The select stays, hidden: it holds the answer, is sent,
 * and is what the browser remembers. What was typed and is not on the list is sent as it is, so that
 * the server can say so.
 */
export const typeAheadOne = (select: HTMLSelectElement): void => {
  const { id, labels } = select
  const label = labels[0]!
  label.id ||= `${id}-label`
  const options = listOptions(select)
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label
  const typed = element('option')
  if (select.dataset.typed) typed.value = typed.text = select.dataset.typed

  const set = (value: string) => {
    typed.remove()
    if (value !== '' && labelOf(value) === undefined) {
      typed.value = typed.text = value
      select.append(typed)
    }
    select.value = value
    show()
  }
  const show = () => (box.input.value = labelOf(select.value) ?? select.value)
  const box = combobox({
    id,
    labelledBy: label.id,
    describedBy: select.getAttribute('aria-describedby') ?? undefined,
    isInvalid: select.classList.contains('nhsuk-select--error'),
    options: () => options,
    chosen: () => labelOf(select.value) ?? '',
    onChoose: ({ value }) => set(value),
    onLeave: (text) => set(optionNamed(options, text)?.value ?? text),
  })

  const takesFocus = hasFocus(select)
  select.removeAttribute('id')
  select.hidden = true
  select.before(box.root)
  set(select.value || typed.value)
  if (takesFocus) box.input.focus()
  select.form?.addEventListener('submit', box.leave)
  // Some browsers put back what was chosen only after the scripts have run.
  window.addEventListener('pageshow', show)
}
