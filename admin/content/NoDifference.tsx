/** In a comparison of versions: a field that says nothing of the words. */
export const NoDifference = () => null
