/** Components of the admin that are made on the server, as Payload's import map finds them. */
export { AnswersCell } from '../admin/AnswersCell.tsx'
export { AnswersField } from '../admin/AnswersField.tsx'
export { ChoiceCell } from '../admin/ChoiceCell.tsx'
export { ChoiceField } from '../admin/ChoiceField.tsx'
export { ChoiceFilters } from '../admin/ChoiceFilters.tsx'
export { FormsPanel } from '../admin/FormsPanel.tsx'
export { GroupField } from '../admin/GroupField.tsx'
export { MergeChoice } from '../admin/MergeChoice.tsx'
