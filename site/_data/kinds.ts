import cms from './cms.ts'

/** The sign-up forms: `mentor`, `mentee`, and others there may be. */
export default async (): Promise<string[]> => Object.keys((await cms()).signUp)
