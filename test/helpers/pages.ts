import type { SitePartName } from '../../collections/site/SiteParts.ts'
import type { Page } from '../../payload-types.ts'
import type { Role } from '../../collections/access.ts'
import type { Answer, Installation } from './boot.ts'

type PageRole = NonNullable<Page['role']>
type Status = 'draft' | 'published'
type How = { as?: Role; status?: Status }

/** Editors' work on the pages that the site needs, and on what is the same on every page, through REST. */
export const pagesOf = (app: Pick<Installation, 'rest'>) => {
  const idIn = async (collection: string, field: string, value: string): Promise<string> => {
    const where = `where[${field}][equals]=${value}`
    const { json } = await app.rest('GET', `/${collection}?${where}&depth=0`, { as: 'comms' })
    return json.docs[0].id
  }
  const save = (path: string, body: object, { as = 'comms', status = 'published' }: How) =>
    app.rest('PATCH', `${path}${status === 'draft' ? '?draft=true' : ''}`, {
      as,
      body: { ...body, _status: status },
    })
  return {
    idOf: (role: PageRole) => idIn('pages', 'role', role),
    save: async (role: PageRole, body: object, how: How = {}): Promise<Answer> =>
      save(`/pages/${await idIn('pages', 'role', role)}`, body, how),
    savePart: async (part: SitePartName, body: object, how: How = {}): Promise<Answer> =>
      save(`/site-parts/${await idIn('site-parts', 'part', part)}`, { [part]: body }, how),
    add: (body: object, how: How = {}): Promise<Answer> =>
      app.rest('POST', `/pages${how.status === 'draft' ? '?draft=true' : ''}`, {
        as: how.as ?? 'comms',
        body: { _status: how.status ?? 'published', ...body },
      }),
  }
}
