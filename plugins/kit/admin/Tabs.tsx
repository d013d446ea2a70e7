'use client'

import { useSearchParams } from 'next/navigation'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'

import { PANEL_ID } from './use-actions.ts'

/** Name of the open tab in the page's address, so that a reload and a link find it. */
const PARAMETER = 'show'

type Tab = { id: string; label: string; content: ReactNode }

/**
 * Sections of the page of which one is open: by mouse, or by arrow keys, Home and End as the ARIA
 * pattern for tabs has it. The others are not rendered.
 */
export const Tabs = ({ label, tabs }: { label: string; tabs: Tab[] }) => {
  const asked = useSearchParams().get(PARAMETER)
  const [chosen, setChosen] = useState(asked)
  const list = useRef<HTMLDivElement>(null)
  const open = tabs.find(({ id }) => id === chosen) ?? tabs[0]!

  const show = (id: string) => {
    setChosen(id)
    const url = new URL(window.location.href)
    url.searchParams.set(PARAMETER, id)
    window.history.replaceState(window.history.state, '', url)
  }
  const move = (event: KeyboardEvent) => {
    const at = tabs.indexOf(open)
    const next = (at + 1) % tabs.length
    const before = (at - 1 + tabs.length) % tabs.length
    // An arrow says where on the screen; the tabs stand in the direction of the language.
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const to = {
      ArrowRight: isRightToLeft ? before : next,
      ArrowLeft: isRightToLeft ? next : before,
      Home: 0,
      End: tabs.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    show(tabs[to]!.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
  }

  return (
    <div className="desk__tabs">
      <div aria-label={label} className="desk__tab-list" onKeyDown={move} ref={list} role="tablist">
        {tabs.map(({ id, label }) => (
          <button
            aria-controls={PANEL_ID}
            aria-selected={id === open.id}
            className="desk__tab"
            id={`matching-tab-${id}`}
            key={id}
            onClick={() => show(id)}
            role="tab"
            tabIndex={id === open.id ? 0 : -1}
            type="button"
          >
            {label}
          </button>
        ))}
      </div>
      <div
        aria-labelledby={`matching-tab-${open.id}`}
        className="desk__tab-panel"
        id={PANEL_ID}
        role="tabpanel"
        tabIndex={-1}
      >
        {open.content}
      </div>
    </div>
  )
}
