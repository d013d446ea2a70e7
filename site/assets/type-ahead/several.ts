import { optionNamed } from '@mentoring/forms/find-option'
import { combobox } from './combobox.ts'
import { element } from './element.ts'
import { hasFocus } from './has-focus.ts'
import { listOptions } from './list-options.ts'

/**
 * Puts one combobox in the place of several selects that are one question; what is chosen stands
 * under it and can be removed. The selects stay, hidden: they hold the answers, are sent, and are
 * what the browser remembers. What was typed and is not on the list is sent as it is.
 */
export const typeAheadSeveral = (rows: HTMLElement): void => {
  const selects = [...rows.querySelectorAll('select')]
  const first = selects[0]!
  const { id } = first
  const { add = '', full = '', typed = '' } = rows.dataset
  const most = Number(rows.dataset.most)
  const options = listOptions(first)
  const describedBy = rows.closest('fieldset')?.getAttribute('aria-describedby') ?? undefined

  const chosen = () => selects.map(({ value }) => value).filter(Boolean)
  const label = element('label', { class: 'nhsuk-label', for: id, id: `${id}-label` }, add)
  const list = element('ul', { class: 'app-chosen' })
  const enough = element('p', { hidden: true }, full)
  const sentAsTyped = element('input', { type: 'hidden', name: first.name })

  const choose = (value: string) => {
    let select = selects.find((row) => row.value === '')
    if (!select) {
      select = first.cloneNode(true) as HTMLSelectElement
      selects.push(select)
      rows.append(select)
    }
    select.value = value
    show()
  }
  const remove = (value: string, index: number) => {
    for (const select of selects) if (select.value === value) select.value = ''
    show()
    const next = list.querySelectorAll('button')[Math.max(0, index - 1)]
    ;(next ?? box.input).focus()
  }
  const item = (value: string, index: number) => {
    const { label: name } = options.find((option) => option.value === value)!
    const button = element(
      'button',
      { class: 'app-link-button', type: 'button' },
      'Remove',
      element('span', { class: 'nhsuk-u-visually-hidden' }, ` ${name}`),
    )
    button.addEventListener('click', () => {
      remove(value, index)
      box.say(`${name} removed`)
    })
    return element('li', { class: 'app-chosen__item' }, element('span', {}, name), button)
  }
  const show = () => {
    const values = chosen()
    list.replaceChildren(...values.map(item))
    list.hidden = values.length === 0
    enough.hidden = values.length < most
    label.hidden = box.root.hidden = !enough.hidden
  }
  const box = combobox({
    id,
    labelledBy: label.id,
    describedBy,
    isInvalid: first.classList.contains('nhsuk-select--error'),
    options: () => options.filter(({ value }) => !chosen().includes(value)),
    chosen: () => '',
    onChoose: ({ value, label: name }) => {
      box.input.value = sentAsTyped.value = ''
      choose(value)
      box.say(`${name} added`)
      if (box.root.hidden) list.querySelector<HTMLElement>('li:last-child button')?.focus()
    },
    onLeave: (text) => {
      const option = optionNamed(options, text)
      box.input.value = sentAsTyped.value = option ? '' : text
      if (option && !chosen().includes(option.value)) choose(option.value)
    },
  })

  const takesFocus = hasFocus(first)
  first.labels[0]?.removeAttribute('for')
  first.removeAttribute('id')
  rows.hidden = true
  rows.before(label, box.root, enough, list, sentAsTyped)
  box.input.value = sentAsTyped.value = typed
  show()
  if (takesFocus) box.input.focus()
  first.form?.addEventListener('submit', box.leave)
  // Some browsers put back what was chosen only after the scripts have run.
  window.addEventListener('pageshow', show)
}
