import { type Found, searchOptions } from '@mentoring/forms/find-option'
import { element } from './element.ts'
import type { ListOption } from './list-options.ts'

/** What a combobox is made of. */
type Parts = {
  /** Of the input; what it opens is named after it. */
  id: string
  /** Id of the label. */
  labelledBy: string
  describedBy?: string
  isInvalid: boolean
  /** What can be chosen now. */
  options: () => ListOption[]
  /** The label of what is chosen; the whole list opens over it. */
  chosen: () => string
  onChoose: (option: ListOption) => void
  /** Whoever typed goes elsewhere, or sends the form, without having chosen from the list. */
  onLeave: (typed: string) => void
}

/** The announcement waits for screen readers to have read out the letter that was typed. */
const PAUSE = 700

/**
 * An input that finds options while somebody types: the combobox with list autocomplete and manual
 * selection of the ARIA Authoring Practices. It takes nothing the person has not chosen.
 *
 * @returns its element, its input, and a way to say something to users of screen readers
 */
export const combobox = (parts: Parts) => {
  const { input, button, list, none, status, root } = makeElements(parts)
  let found: Found<ListOption>[] = []
  let active = -1
  let timer = 0

  const say = (text: string, after = 0) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => (status.textContent = text), after)
  }
  const isOpen = () => !list.hidden || !none.hidden
  const show = (isShown: boolean) => {
    list.hidden = !isShown || found.length === 0
    none.hidden = !isShown || found.length > 0
    for (const control of [input, button]) control.setAttribute('aria-expanded', `${!list.hidden}`)
  }
  const activate = (index: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = index
    const option = list.children[active]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    activate(-1)
    show(false)
    say('')
  }
  const open = (sought: string) => {
    found = searchOptions(parts.options(), sought)
    list.replaceChildren(...found.map((item, index) => optionElement(item, `${list.id}-${index}`)))
    activate(-1)
    show(true)
    list.scrollTop = 0
    say(found.length ? `${found.length} found` : none.textContent, PAUSE)
  }
  /** All there are, at what is chosen, if that is what the input shows; else what fits. */
  const openHere = () => {
    const { value } = input
    const isChosen = value !== '' && value === parts.chosen()
    open(isChosen ? '' : value)
    if (isChosen) activate(found.findIndex(({ option }) => option.label === value))
  }
  const choose = (index: number) => {
    const { option } = found[index]!
    close()
    parts.onChoose(option)
  }
  const leave = () => {
    close()
    parts.onLeave(input.value.trim())
  }
  const move = (step: number) => {
    const wasOpen = isOpen()
    if (!wasOpen) openHere()
    const start = active < 0 && step < 0 ? 0 : active
    if (found.length && (wasOpen || active < 0)) {
      activate((start + step + found.length) % found.length)
    }
  }
  const keys: Record<string, (event: KeyboardEvent) => boolean> = {
    ArrowDown: ({ altKey }) => (altKey ? openHere() : move(1), true),
    ArrowUp: ({ altKey }) => (altKey ? close() : move(-1), true),
    Enter: () => {
      if (!isOpen()) return false
      if (active >= 0) choose(active)
      else leave()
      return true
    },
    Escape: () => {
      if (isOpen()) close()
      else input.value = ''
      return true
    },
  }

  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && keys[event.key]?.(event)) event.preventDefault()
  })
  input.addEventListener('input', () => open(input.value))
  input.addEventListener('click', () => {
    if (isOpen()) return
    input.select()
    openHere()
  })
  button.addEventListener('click', () => {
    const wasOpen = isOpen()
    input.focus()
    if (wasOpen) close()
    else open('')
  })
  list.addEventListener('click', ({ target }) => {
    const index = [...list.children].findIndex((option) => option.contains(target as Node))
    if (index >= 0) choose(index)
  })
  // The focus stays in the input while somebody points at the list.
  root.addEventListener('mousedown', (event) => {
    if (event.target !== input) event.preventDefault()
  })
  // What is touched beside it does not take the focus away on every device.
  document.addEventListener('pointerdown', ({ target }) => {
    if (isOpen() && !root.contains(target as Node)) leave()
  })
  input.addEventListener('blur', leave)
  return { root, input, leave, say }
}

const makeElements = ({ id, labelledBy, describedBy, isInvalid }: Parts) => {
  const listId = `${id}-list`
  const opens = { 'aria-controls': listId, 'aria-expanded': 'false' }
  const input = element('input', {
    ...opens,
    id,
    class: `nhsuk-input app-combobox__input${isInvalid ? ' nhsuk-input--error' : ''}`,
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-describedby': describedBy,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
  })
  const button = element('button', {
    ...opens,
    class: 'app-combobox__button',
    type: 'button',
    tabindex: '-1',
    'aria-label': 'Show all',
  })
  const list = element('ul', {
    id: listId,
    class: 'app-combobox__list',
    role: 'listbox',
    'aria-labelledby': labelledBy,
    hidden: true,
  })
  const none = element(
    'p',
    { class: 'app-combobox__list app-combobox__none', hidden: true },
    'Nothing found. Check the spelling, or try another name.',
  )
  const status = element('div', { class: 'nhsuk-u-visually-hidden', role: 'status' })
  const root = element('div', { class: 'app-combobox' }, input, button, list, none, status)
  return { input, button, list, none, status, root }
}

const optionElement = ({ option, synonym }: Found<ListOption>, id: string) =>
  element(
    'li',
    { id, class: 'app-combobox__option', role: 'option', 'aria-selected': 'false' },
    synonym ? `${option.label} (${synonym})` : option.label,
  )
