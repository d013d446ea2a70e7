import type { StarterList } from './starter-list.ts'

/** Routes into the trust. */
export const PATHWAYS: StarterList = {
  id: 'pathways',
  label: 'Routes to the trust',
  noun: 'route',
  order: 'asPlaced',
  choices: [
    { key: 'cpsp', label: 'CPSP scheme', hint: 'College of Physicians and Surgeons Pakistan' },
    { key: 'mti', label: 'Medical Training Initiative (MTI)' },
    {
      key: 'directEmployment',
      label: 'Direct employment',
      hint: 'A department of the trust employs you',
    },
    { key: 'heeTraining', label: 'Training post', hint: 'Through national (HEE) recruitment' },
    { key: 'other', label: 'Another route', isNeutral: true },
  ],
}

export const GRADES: StarterList = {
  id: 'grades',
  label: 'Grades',
  noun: 'grade',
  order: 'asPlaced',
  choices: [
    { key: 'foundation', label: 'Foundation doctor (FY1 or FY2)' },
    { key: 'core', label: 'Core trainee or ST1 to ST2' },
    { key: 'higher', label: 'Specialty trainee ST3 or above' },
    { key: 'fellow', label: 'Clinical fellow or trust doctor' },
    { key: 'sas', label: 'Specialty doctor or specialist (SAS)' },
    { key: 'consultant', label: 'Consultant' },
    { key: 'other', label: 'Another grade' },
  ],
}

/** The trust's hospitals. */
export const SITES: StarterList = {
  id: 'sites',
  label: 'Hospital sites',
  noun: 'hospital site',
  order: 'asPlaced',
  choices: [
    { key: 'lgi', label: 'Leeds General Infirmary' },
    { key: 'stJames', label: "St James's University Hospital" },
    { key: 'chapelAllerton', label: 'Chapel Allerton Hospital' },
    { key: 'seacroft', label: 'Seacroft Hospital' },
    { key: 'wharfedale', label: 'Wharfedale Hospital' },
    { key: 'other', label: 'Another site, or not known yet', isNeutral: true },
  ],
}
