/** What can be asked of a field. */
export type Operator =
  | 'contains'
  | 'equals'
  | 'exists'
  | 'greater_than'
  | 'greater_than_equal'
  | 'in'
  | 'less_than'
  | 'less_than_equal'
  | 'like'
  | 'not_equals'
  | 'not_in'
  | 'not_like'

const CHOICE: Operator[] = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const TEXT: Operator[] = [...CHOICE, 'like', 'not_like', 'contains']
const AMOUNT: Operator[] = [
  ...CHOICE,
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]

/**
 * What can be asked of each type of field: what the filters of the admin's lists offer. A type that
 * is not here, and any other operator of Payload's, is closed: the two databases understand them
 * differently and nobody needs them.
 */
export const OPERATORS: Partial<Record<string, Operator[]>> = {
  array: ['exists'],
  checkbox: ['equals', 'not_equals', 'exists'],
  code: TEXT,
  date: AMOUNT,
  email: TEXT,
  // What comes after one is how code reads all records page by page.
  id: [...CHOICE, 'greater_than'],
  json: ['exists'],
  number: AMOUNT,
  radio: CHOICE,
  relationship: CHOICE,
  richText: ['exists'],
  // Payload’s own word for “one of several answers is this one”.
  select: [...CHOICE, 'contains'],
  text: TEXT,
  textarea: TEXT,
  upload: CHOICE,
}

/** Each denial with what it denies: whoever is not found by the one is found by the other. */
const DENIALS: Partial<Record<Operator, Operator>> = {
  not_equals: 'equals',
  not_in: 'in',
  not_like: 'like',
}

/** What an operator says no to; nothing for those that ask for something. */
export const denied = (operator: Operator): Operator | undefined => DENIALS[operator]

/** Is the value a list? */
export const takesList = (operator: Operator): boolean => operator === 'in' || operator === 'not_in'
