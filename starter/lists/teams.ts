import type { StarterList } from './starter-list.ts'

/** For every team that is not in the list. */
export const ANOTHER_TEAM = { key: 'anotherTeam', label: 'Another team', isNeutral: true } as const

/** Clinical teams of the trust, so that close colleagues can be kept apart. */
export const TEAMS: StarterList = {
  id: 'teams',
  label: 'Clinical teams',
  noun: 'clinical team',
  order: 'alphabet',
  choices: [
    { key: 'acuteMedicine', label: 'Acute medicine', synonyms: ['Medical assessment unit', 'AMU'] },
    { key: 'acuteStroke', label: 'Acute stroke unit', synonyms: ['Hyperacute stroke unit'] },
    { key: 'breastSurgery', label: 'Breast surgery' },
    { key: 'cardiacSurgery', label: 'Cardiac surgery' },
    { key: 'childrensAssessment', label: 'Children’s assessment unit', synonyms: ['CAT unit'] },
    { key: 'colorectalSurgery', label: 'Colorectal surgery' },
    { key: 'coronaryCare', label: 'Coronary care unit', synonyms: ['CCU'] },
    { key: 'criticalCareLgi', label: 'Critical care, Leeds General Infirmary' },
    { key: 'criticalCareStJames', label: 'Critical care, St James’s' },
    { key: 'deliverySuiteLgi', label: 'Delivery suite, Leeds General Infirmary' },
    { key: 'deliverySuiteStJames', label: 'Delivery suite, St James’s' },
    { key: 'emergencyLgi', label: 'Emergency department, Leeds General Infirmary' },
    { key: 'emergencyStJames', label: 'Emergency department, St James’s' },
    { key: 'endocrinology', label: 'Endocrinology and diabetes' },
    { key: 'gastroenterology', label: 'Gastroenterology' },
    { key: 'haematology', label: 'Haematology, Bexley Wing' },
    { key: 'hepatology', label: 'Hepatology and liver transplant' },
    { key: 'infectiousDiseases', label: 'Infectious diseases' },
    { key: 'majorTrauma', label: 'Major trauma' },
    { key: 'neonatal', label: 'Neonatal unit', synonyms: ['NNU', 'NICU'] },
    { key: 'neurosurgery', label: 'Neurosurgery' },
    { key: 'olderPeople', label: 'Older people’s medicine', synonyms: ['Elderly medicine'] },
    { key: 'oncology', label: 'Oncology, Bexley Wing' },
    { key: 'orthopaedics', label: 'Orthopaedics, Chapel Allerton' },
    { key: 'renal', label: 'Renal medicine and transplant' },
    { key: 'respiratory', label: 'Respiratory medicine' },
    { key: 'theatres', label: 'Theatres and anaesthesia' },
    ANOTHER_TEAM,
  ],
}
