/**
 * The choices this programme offers on its sign-up forms. A trust that adapts the software
 * changes its hospital sites and pathways here; forms, validation, admin and types follow.
 * Change a label freely. A value is stored with people's records: add and remove, never reuse.
 */

/** One choice of a field: what is stored, what people read, and an optional hint under it. */
export type Option = { value: string; label: string; hint?: string }

/** Routes into the trust. */
export const PATHWAYS: Option[] = [
  {
    value: 'cpsp',
    label: 'CPSP scheme',
    hint: 'College of Physicians and Surgeons Pakistan',
  },
  { value: 'mti', label: 'Medical Training Initiative (MTI)' },
  {
    value: 'directEmployment',
    label: 'Direct employment',
    hint: 'A department of the trust employs you',
  },
  {
    value: 'heeTraining',
    label: 'Training post',
    hint: 'Through national (HEE) recruitment',
  },
  { value: 'other', label: 'Another route' },
]

/** What mentors can help with and mentees can ask for. */
export const TOPICS: Option[] = [
  { value: 'housing', label: 'Finding a home' },
  { value: 'schooling', label: 'Schools and childcare' },
  { value: 'visas', label: 'Visas and immigration' },
  { value: 'banking', label: 'Banking, tax and money' },
  { value: 'settlingIn', label: 'Settling in Leeds' },
  { value: 'family', label: 'Bringing family over' },
  { value: 'nhsSystems', label: 'How the NHS works' },
  { value: 'communication', label: 'Talking with patients and colleagues' },
  { value: 'exams', label: 'Exams' },
  { value: 'portfolio', label: 'Portfolio and appraisal' },
  { value: 'trainingPosts', label: 'Applying for training posts' },
  { value: 'wellbeing', label: 'Wellbeing and feeling at home' },
]

export const GRADES: Option[] = [
  { value: 'foundation', label: 'Foundation doctor (FY1 or FY2)' },
  { value: 'core', label: 'Core trainee or ST1 to ST2' },
  { value: 'higher', label: 'Specialty trainee ST3 or above' },
  { value: 'fellow', label: 'Clinical fellow or trust doctor' },
  { value: 'sas', label: 'Specialty doctor or specialist (SAS)' },
  { value: 'consultant', label: 'Consultant' },
  { value: 'other', label: 'Another grade' },
]

/** A specialty and the group it belongs to; doctors of one group share much of their work. */
export type Specialty = Option & { group: string }

export const SPECIALTIES: Specialty[] = [
  { value: 'acuteMedicine', label: 'Acute medicine', group: 'medicine' },
  { value: 'anaesthetics', label: 'Anaesthetics', group: 'acute' },
  { value: 'cardiology', label: 'Cardiology', group: 'medicine' },
  { value: 'cardiothoracicSurgery', label: 'Cardiothoracic surgery', group: 'surgery' },
  { value: 'dermatology', label: 'Dermatology', group: 'medicine' },
  { value: 'emergencyMedicine', label: 'Emergency medicine', group: 'acute' },
  { value: 'endocrinology', label: 'Endocrinology and diabetes', group: 'medicine' },
  { value: 'ent', label: 'Ear, nose and throat surgery', group: 'surgery' },
  { value: 'gastroenterology', label: 'Gastroenterology', group: 'medicine' },
  { value: 'generalSurgery', label: 'General surgery', group: 'surgery' },
  { value: 'geriatrics', label: 'Geriatric medicine', group: 'medicine' },
  { value: 'haematology', label: 'Haematology', group: 'medicine' },
  { value: 'intensiveCare', label: 'Intensive care medicine', group: 'acute' },
  { value: 'neonatology', label: 'Neonatology', group: 'children' },
  { value: 'neurology', label: 'Neurology', group: 'medicine' },
  { value: 'neurosurgery', label: 'Neurosurgery', group: 'surgery' },
  { value: 'obstetricsGynaecology', label: 'Obstetrics and gynaecology', group: 'women' },
  { value: 'oncology', label: 'Oncology', group: 'medicine' },
  { value: 'ophthalmology', label: 'Ophthalmology', group: 'surgery' },
  { value: 'orthopaedics', label: 'Trauma and orthopaedics', group: 'surgery' },
  { value: 'paediatrics', label: 'Paediatrics', group: 'children' },
  { value: 'pathology', label: 'Pathology and microbiology', group: 'diagnostics' },
  { value: 'plasticSurgery', label: 'Plastic surgery', group: 'surgery' },
  { value: 'psychiatry', label: 'Psychiatry', group: 'psychiatry' },
  { value: 'radiology', label: 'Radiology', group: 'diagnostics' },
  { value: 'renal', label: 'Renal medicine', group: 'medicine' },
  { value: 'respiratory', label: 'Respiratory medicine', group: 'medicine' },
  { value: 'rheumatology', label: 'Rheumatology', group: 'medicine' },
  { value: 'stroke', label: 'Stroke medicine', group: 'medicine' },
  { value: 'urology', label: 'Urology', group: 'surgery' },
  { value: 'other', label: 'Another specialty', group: 'other' },
]

/** The trust's hospitals. */
export const SITES: Option[] = [
  { value: 'lgi', label: 'Leeds General Infirmary' },
  { value: 'stJames', label: "St James's University Hospital" },
  { value: 'chapelAllerton', label: 'Chapel Allerton Hospital' },
  { value: 'seacroft', label: 'Seacroft Hospital' },
  { value: 'wharfedale', label: 'Wharfedale Hospital' },
  { value: 'other', label: 'Another site, or not known yet' },
]

export const MEETING_PREFERENCES: Option[] = [
  { value: 'faceToFace', label: 'Mostly face to face' },
  { value: 'online', label: 'Mostly online', hint: 'After one first meeting face to face' },
  { value: 'either', label: 'I do not mind' },
]

export const GENDERS: Option[] = [
  { value: 'woman', label: 'Woman' },
  { value: 'man', label: 'Man' },
  { value: 'other', label: 'In another way' },
  { value: 'preferNotToSay', label: 'Prefer not to say' },
]

export const GENDER_PREFERENCES: Option[] = [
  { value: 'noPreference', label: 'No preference' },
  { value: 'woman', label: 'A woman' },
  { value: 'man', label: 'A man' },
]

/** Whether someone's country should count when they are matched. */
export const ORIGIN_CHOICES: Option[] = [
  {
    value: 'count',
    label: 'Yes, use my country',
    hint: 'We look for someone from the same country first, then the same region',
  },
  { value: 'noPreference', label: 'No preference', hint: 'Match me with anyone' },
  { value: 'preferNotToSay', label: 'Prefer not to say' },
]

/**
 * The label of a stored value, for text that people read; the value itself when it is not known.
 *
 * @example labelOf(PATHWAYS, 'mti') // 'Medical Training Initiative (MTI)'
 */
export const labelOf = (options: readonly Option[], value: string | null | undefined): string =>
  options.find((option) => option.value === value)?.label ?? value ?? ''
