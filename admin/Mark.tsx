/** The programme's mark, two linked rings: as wide as its place, in the colour of the text around it. */
export const Mark = () => (
  <svg aria-hidden="true" fill="none" style={{ maxWidth: 40, width: '100%' }} viewBox="0 0 34 20">
    <circle cx="11" cy="10" r="8" stroke="currentColor" strokeWidth="3.5" />
    <circle cx="23" cy="10" r="8" stroke="currentColor" strokeWidth="3.5" />
  </svg>
)
