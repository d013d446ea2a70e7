export const MatchingView = () => null
