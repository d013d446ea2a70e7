export const MatchingNavLink = () => null
