/** What each figure of a month is called. */
export const FIGURES = {
  introduced: 'Introduced',
  contactInTime: 'Contact in time',
  agreed: 'Agreement signed',
  metFaceToFace: 'Met face to face',
  extended: 'Extended',
  completed: 'Completed',
  endedEarly: 'Ended early',
} as const
