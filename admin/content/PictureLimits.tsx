import { WHAT_IS_TAKEN } from '../../collections/pictures/limits.ts'

/** Beside the button that chooses a file: what is taken, before somebody has sent it for nothing. */
export const PictureLimits = () => (
  <p className="picture-limits">
    Choose {WHAT_IS_TAKEN}. Photographs can come as a phone took them: they are made smaller and
    turned upright, and where and when they were taken is left out.
  </p>
)
