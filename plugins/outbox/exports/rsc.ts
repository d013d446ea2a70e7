/** Components of the admin that are made on the server, as Payload's import map finds them. */
export { MessageText } from '../admin/MessageText.tsx'
export { TemplateCell, TemplateField } from '../admin/TemplateLabel.tsx'
export { WordsAbout } from '../admin/WordsAbout.tsx'
