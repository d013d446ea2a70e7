/**
 * Where Payload's import map finds a component of the admin.
 *
 * @example component('FormsPanel') // './plugins/forms/admin/FormsPanel.tsx#FormsPanel'
 */
export const component = (
  name:
    | 'AnswersCell'
    | 'AnswersField'
    | 'ChoiceCell'
    | 'ChoiceField'
    | 'ChoiceFilters'
    | 'FormsPanel'
    | 'GroupField'
    | 'MergeChoice'
    | 'OneOfField'
    | 'RowLabel',
): string => `./plugins/forms/admin/${name}.tsx#${name}`
