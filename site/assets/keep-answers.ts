/** How long after a key or a choice it is kept, in milliseconds: not with every letter. */
const PAUSE = 800

/**
 * Keeps what somebody types on a page of the sign-up, as “Save and return later” does: whoever loads the
 * page again or loses the tab finds it there. Without a script it is kept when they continue.
 */
export const keepAnswers = (form: HTMLFormElement): void => {
  let timer: number | undefined
  const keep = (): void => {
    window.clearTimeout(timer)
    timer = undefined
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') body.append(name, value)
    }
    body.set('then', 'keep')
    // What can't be kept now is kept with the next key, or when they continue.
    void fetch(form.action, { method: 'POST', body, keepalive: true, redirect: 'manual' }).catch(
      () => undefined,
    )
  }
  form.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', () => {
    window.clearTimeout(timer)
    timer = undefined
  })
  window.addEventListener('pagehide', () => {
    if (timer !== undefined) keep()
  })
}
