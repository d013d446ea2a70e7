import type { PlainKey } from '@mentoring/kit/languages'
import type {
  CheckboxField,
  CollectionSlug,
  LabelFunction,
  NumberField,
  PayloadRequest,
  RadioField,
  SelectField,
  StaticLabel,
  Where,
} from 'payload'

import type { en } from './languages/en.ts'
import type { Criteria } from './pool/criteria.ts'

/**
 * A record of one of the two collections; the plugin itself needs only its id. What the options say of
 * people are methods: TypeScript then takes what is about a project's people for what is about people.
 */
export type Person = { id: number | string }

/** What the workspace shows of a person. */
export type PersonCard = {
  name: string
  /** One line under the name, such as country and specialty. */
  summary: string
}

/** One side of the matching: a collection and what its fields mean. */
type Side<T, Names> = {
  /** The collection. Its labels name its people in the workspace and in messages. */
  slug: string
  /** Those a matching run considers. */
  available: Where
  /**
   * Says, as a whole sentence, why this person can't be matched now, or nothing when they can.
   * Asked again at the moment of confirming.
   */
  whyUnavailable(this: void, person: T): string | undefined
  /**
   * Fields that `waitingSince` and `capacity` look at. With them, thousands of people are counted and put in
   * order without reading everything about each: as the database has them, without your hooks.
   *
   * @default whole records
   */
  standing?: string[]
  /**
   * Fields that the criteria look at. With them and `standing`, a run reads nothing else of everybody: as the
   * database has them, without your hooks. A field that is left out is to the criteria as if it were empty.
   * Whole records are read where one of them is localized, virtual, or closed to the one who asks; what says
   * who may read a field is asked without a record.
   *
   * @default whole records
   */
  compared?: string[]
  /**
   * What coordinators see of a person. Asked only about those who are shown or searched.
   *
   * @param names what the option `names` gave
   */
  describe(this: void, person: T, names: Names): PersonCard
}

/** What the project's own fields in the settings hold, by name. */
export type OwnSettings = Record<string, unknown>

/** Gives what the project's content says at this moment. Asked once for each request, with which it reads. */
type Asked<T> = (req: PayloadRequest, own: OwnSettings) => Promise<T> | T

/** What happens with a match at the moment it is confirmed or undone, inside its transaction. */
export type MatchEvent<Mentee, Mentor> = {
  req: PayloadRequest
  match: { id: string; reasons: string[] }
  mentee: Mentee
  mentor: Mentor
}

/** A state a match can come to after it was introduced, in a project that goes on with it. */
export type FollowingState = {
  value: string
  label: string
  /** Does the match still take a place of the mentor's, and the mentee not wait? */
  isOpen: boolean
  /**
   * Are the two never to be matched with each other again? Unlike a rejection, which a coordinator can
   * take back, this is a rule: no run proposes them and nobody can match them by hand. @default false
   */
  keepsApart?: boolean
}

/** Slugs of what the plugin adds. */
type Slugs = {
  /** Collection of matches and proposals. */
  matches: string
  /** Collection of matching runs. */
  runs: string
  /** Collection of pairs that are to be introduced, many in one go. */
  introductions: string
  /** Global with the coordinators' settings. */
  settings: string
}

/** A field of one value. Its default stands for what was never saved. */
type OwnField = CheckboxField | NumberField | RadioField | SelectField

/**
 * Options of the matching plugin; `README.md` has an example of each. `Names` is what `describe` needs beside
 * a person.
 */
export type MatchingOptions<Mentee extends Person, Mentor extends Person, Names = undefined> = {
  /** Those who ask for somebody. */
  mentees: Side<Mentee, Names> & {
    /** Since when this person waits, as an ISO date. */
    waitingSince(this: void, mentee: Mentee): string
  }
  /** Those who can take somebody. */
  mentors: Side<Mentor, Names> & {
    /** How many mentees this person takes at a time. What is no number of 1 or more is no place. */
    capacity(this: void, mentor: Mentor): number
  }
  /**
   * Rules, ladder and points. A function is asked for them anew for each request, where they follow from content
   * that editors change.
   */
  criteria: Asked<Criteria<Mentee, Mentor>> | Criteria<Mentee, Mentor>
  /**
   * Gives what `describe` needs to name things, such as the lists that answers are chosen from. @default nothing
   */
  names?: Asked<Names>
  /**
   * Fields of the project's own in the settings. What they hold is given to `criteria` and `names`, and tried out
   * by the preview before it is saved. @default none
   */
  settingsFields?: OwnField[]
  /** States of the project's own that follow `introduced`. @default none */
  states?: readonly FollowingState[]
  /** @default 'matches', 'matching-runs', 'matching-introductions' and 'matching-settings' */
  slugs?: Partial<Slugs>
  /** Collection of those who decide. @default the one the admin logs in with */
  users?: string
  /** Who may see people and decide about matches. Anything but a plain `true` is a no. */
  access: (args: { req: PayloadRequest }) => boolean
  /** Hides the plugin's admin sections from those who may not use them. */
  hidden: (args: { user: unknown }) => boolean
  /** Sets the mentee's state and writes the introductions. @default nothing */
  onIntroduced?(this: void, event: MatchEvent<Mentee, Mentor>): Promise<void>
  /** Puts the mentee back and takes the introductions back. @default nothing */
  onUndone?(this: void, event: MatchEvent<Mentee, Mentor>): Promise<void>
  /**
   * Program and arguments that start a process which imports `@mentoring/matching/solve`: large pools
   * are matched there, so that the server answers others meanwhile. It is given numbers, no secret and
   * no database. `false` keeps everything in the server.
   *
   * @default Node, from the folder the server was started in
   */
  solverCommand?: [string, ...string[]] | false
}

/** What a collection calls its people. */
export type Labels = Record<'plural' | 'singular', LabelFunction | StaticLabel>

/** What people of the two collections are called inside a sentence. */
export type Words = { mentee: string; mentees: string; mentor: string; mentors: string }

type AnyOptions = MatchingOptions<Person, Person, unknown>

/** Options as they are at the start, with their defaults filled in and their people's types put aside. */
export type DeclaredOptions = Required<Omit<AnyOptions, 'slugs' | 'states' | 'users'>> & {
  states: States
  slugs: { [Name in 'introductions' | 'matches' | 'runs']: CollectionSlug } & { settings: string }
  mentees: AnyOptions['mentees'] & { slug: CollectionSlug }
  mentors: AnyOptions['mentors'] & { slug: CollectionSlug }
  users: CollectionSlug
  /** One text in each language, where Payload takes no function. */
  inEach: (key: PlainKey<typeof en>) => Record<string, string>
  /** What the two collections call their people. */
  labels: Record<'mentees' | 'mentors', Labels>
  /** Field that names a mentee. */
  menteeTitle: string
}

/** A side that knows how things are called at the moment. */
type Named<S extends DeclaredOptions['mentees' | 'mentors']> = Omit<S, 'describe'> & {
  describe(this: void, person: Person): PersonCard
}

/** Options with what the project's content says at the moment of a request; see `optionsFor`. */
export type ResolvedOptions = Omit<DeclaredOptions, 'criteria' | 'mentees' | 'mentors'> & {
  criteria: Criteria<Person, Person>
  /** What the project's own settings hold; its criteria follow from it. */
  own: OwnSettings
  mentees: Named<DeclaredOptions['mentees']>
  mentors: Named<DeclaredOptions['mentors']>
}

/** The plugin's own states of a match. The first is a proposal; the second has a place. */
export const MATCH_STATES = [
  { value: 'proposed', label: 'Proposed', isOpen: false, keepsApart: false },
  { value: 'introduced', label: 'Introduced', isOpen: true, keepsApart: false },
  { value: 'rejected', label: 'Rejected', isOpen: false, keepsApart: true },
  { value: 'undone', label: 'Undone', isOpen: false, keepsApart: true },
] as const satisfies FollowingState[]

/** All states of a match, and which of them mean what. */
export type States = {
  all: readonly FollowingState[]
  /** Those in which a match takes a mentor's place and a mentee does not wait. */
  open: string[]
  /** Those after which two people are not proposed to each other again. */
  apart: string[]
  /** Those of `apart` that nobody can take back. */
  parted: string[]
}
