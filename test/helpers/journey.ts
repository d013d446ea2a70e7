import type { Answer, Installation } from './boot.ts'
import { restPath } from './visitor.ts'

type Form = Record<string, string | string[]>

/** Where an answer sends a browser, as `rest` takes it. */
export const nextOf = ({ headers }: Answer): string => restPath(headers.get('location') ?? '')

/**
 * Fills in a sign-up page by page, as far as all answers.
 *
 * @param rest of a browser that keeps cookies, see `openBrowser`
 * @param form answers to all questions: of these each page takes its own
 * @returns the addresses of the pages, in order
 */
export const fillPages = async (
  rest: Installation['rest'],
  kind: string,
  form: Form,
  headers: Record<string, string> = {},
): Promise<string[]> => {
  const paths: string[] = []
  let path = nextOf(await rest('POST', `/sign-up/${kind}/start`, { form: {}, headers }))
  while (!path.endsWith('/check') && !paths.includes(path)) {
    paths.push(path)
    path = nextOf(await rest('POST', path, { form, headers }))
  }
  return [...paths, path]
}
