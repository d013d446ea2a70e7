/** Components of the admin that are made on the server, as Payload's import map finds them. */
export { MatchingView } from '../admin/MatchingView.tsx'
export { MatchingNavLink } from '../admin/NavLink.tsx'
export { PersonView } from '../admin/PersonView.tsx'
export {
  CriteriaField,
  LadderAbout,
  PreviewField,
  RulesAbout,
  RungField,
  RungLabel,
  TierField,
} from '../admin/settings-fields.tsx'
export { WaitCell } from '../admin/WaitCell.tsx'
