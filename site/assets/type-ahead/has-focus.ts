/**
 * Whether a control has the focus, or is the one the page opens at: browsers give that the focus
 * with their first frame, which may come after the scripts, and pass over a control hidden by then.
 */
export const hasFocus = (control: HTMLElement): boolean =>
  document.activeElement === control ||
  (control.autofocus && document.activeElement === document.body)
