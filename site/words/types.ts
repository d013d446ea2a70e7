/** A fixed sentence of the site's templates. */
export type Sentence = {
  /** Which one it is, for editors: what it does, or where it stands. Unique in its area. */
  name: string
  /** What it says until somebody changes it. `{{name}}` is filled in when the page is made. */
  words: string
}

/** Sentences that are shown in one place. */
export type Area = {
  /** For editors. */
  label: string
  /** By the part of their key after the dot. */
  sentences: Record<string, Sentence>
}
