/** Components of the admin that are made on the server, as Payload's import map finds them. */
export { ByCell, CauseCell, ChangesCell, NoField, StatusCell } from '../admin/Cells.tsx'
export { Findings } from '../admin/Findings.tsx'
export { HoldNotice } from '../admin/HoldNotice.tsx'
export { PublicationView } from '../admin/PublicationView.tsx'
