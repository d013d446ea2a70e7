/** One choice of a list, as a new installation starts with it. */
export type StarterChoice = {
  /** What is stored with people's records: never changed, never used for something else. */
  key: string
  label: string
  hint?: string
  /** The key of a choice in the list that `groupsFrom` names. */
  group?: string
  /** What people may type for it: other names, former names, abbreviations. */
  synonyms?: string[]
  /** Never counts as the same: two who both chose it have nothing in common by that. */
  isNeutral?: true
  /** Fits every other choice of its list. */
  fitsAny?: true
  /** Not offered any more; kept so that what people chose can be read. */
  isRetired?: true
  /** Somebody typed it before there was a list: its name may say who they are. */
  isTyped?: true
}

/** A list that questions take their choices from, as a new installation starts with it. */
export type StarterList = {
  id: string
  label: string
  /** What a sentence calls one of its choices, such as "hospital site". */
  noun: string
  order: 'alphabet' | 'asPlaced'
  /** The id of the list whose choices group those of this one. */
  groupsFrom?: string
  /** The code reads its keys: labels and hints may change, choices may not come or go. */
  isKnownToCode?: true
  choices: StarterChoice[]
}
