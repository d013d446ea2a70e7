import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { editorsOf } from '../helpers/editors.ts'

/** What editors do with the choices of a list, beside their words. */

let app: Installation
let editors: ReturnType<typeof editorsOf>
beforeAll(async () => {
  app = await boot()
  editors = editorsOf(app)
})
afterAll(() => app.close())

describe('the group of a choice', () => {
  const add = (body: object) => app.rest('POST', '/choices', { as: 'comms', body })

  it('is a choice of the list that its list takes groups from', async () => {
    const body = { list: 'countries', label: 'Somaliland', group: 'easternAfrica' }
    const made = await add(body)
    expect(made.status, made.text).toBe(201)
    const { id } = made.json.doc
    const moved = { group: 'westernAfrica' }
    expect((await editors.call('PATCH', `/choices/${id}`, moved, 'comms')).doc).toMatchObject(moved)
    for (const group of ['SD', 'Eastern Africa', 'nowhere', 'lgi']) {
      const answers = [
        await add({ ...body, label: 'Elsewhere', group }),
        await app.rest('PATCH', `/choices/${id}`, { as: 'comms', body: { group } }),
      ]
      for (const answer of answers) {
        expect(answer.status, group).toBe(400)
        expect(answer.text).toContain('There is no such group. Choose one from the list.')
      }
    }
    expect((await editors.call('PATCH', `/choices/${id}`, { group: null })).doc.group).toBe(null)
  })

  it('is refused where the list has none, and one from before stands in nobody’s way', async () => {
    const refused = await add({ list: 'sites', label: 'Seacroft', group: 'easternAfrica' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('The choices of this list have no groups.')

    await editors.change('choice-lists', 'countries', { groupsFrom: null })
    const renamed = { label: 'Sudan (the)', group: 'northernAfrica' }
    const { doc } = await editors.change('choices', 'SD', renamed, 'countries')
    expect(doc).toMatchObject(renamed)
    const { changes } = await editors.publish()
    expect(changes).toContain('List “Countries”: its groups changed.')
    await editors.change('choice-lists', 'countries', { groupsFrom: 'regions' })
    await editors.publish()
  })
})
