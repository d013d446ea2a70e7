import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { furtherForms } from './further-forms.ts'

const OBSERVER = {
  label: 'Observer form',
  collection: 'observers',
  people: { one: 'Observer', many: 'Observers' },
  description: 'Doctors who would like to observe.',
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forms-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (file: string, data: object) => {
  writeFileSync(path.join(folder, file), JSON.stringify(data))
  return furtherForms(folder)
}

describe('a form that is a file', () => {
  it('is called as its file is, and other files are none', () => {
    writeFileSync(path.join(folder, 'README.md'), 'Words')
    expect(read('observer.json', OBSERVER)).toEqual([{ kind: 'observer', ...OBSERVER }])
  })

  it.each([
    ['mentor.json', OBSERVER, 'name the file'],
    ['confirm.json', OBSERVER, 'name the file'],
    ['two-words.json', OBSERVER, 'name the file'],
    ['observer.json', { ...OBSERVER, label: ' ' }, 'label'],
    ['observer.json', { ...OBSERVER, access: 'everybody' }, 'access'],
    ['observer.json', { ...OBSERVER, collection: 'mentors' }, 'collection'],
  ])('named %s does not start with what is wrong, and says where: %j', (file, data, why) => {
    expect(() => read(file, data)).toThrow(file)
    expect(() => read(file, data)).toThrow(why)
  })
})
