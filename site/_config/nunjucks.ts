import path from 'node:path'

import nunjucks from 'nunjucks'

import * as filters from './filters.ts'

/**
 * The one template environment, for the site's build and for the pages the server renders.
 * Values are escaped unless a template says `safe`; templates are read once. Paths start at the
 * working directory, the repository's root, because the server's code is bundled elsewhere.
 */
export const createEnvironment = (): nunjucks.Environment => {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([
      path.join(process.cwd(), 'site/_includes'),
      path.join(process.cwd(), 'node_modules/nhsuk-frontend/dist'),
    ]),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  )
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter)
  return environment
}
