import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readlink, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { hold, letGo, putUp, siteThatIsUp } from './site-folder.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'folder-'))
  for (const name of ['one', 'two', 'three'])
    await mkdir(path.join(directory, 'builds', name), { recursive: true })
})
afterEach(() => rm(directory, { recursive: true, maxRetries: 3 }))

const up = () => {
  const { isHeld, name } = siteThatIsUp(directory) ?? {}
  return [name, isHeld]
}

describe('what is up', () => {
  it('is held from the moment it was put back until it is let go', async () => {
    expect(siteThatIsUp(directory)).toBeUndefined()
    await putUp(directory, 'one', undefined)
    expect(up()).toEqual(['one', false])
    await hold(directory, 'two')
    expect(up()).toEqual(['two', true])
    expect(siteThatIsUp(directory)?.folder).toBe(path.join(directory, 'builds/two'))
    await hold(directory, 'three')
    expect(up()).toEqual(['three', true])
    expect(await letGo(directory)).toBe(true)
    expect(up()).toEqual(['three', false])
    expect(await letGo(directory)).toBe(false)
  })

  it('is not replaced by a build that began before it, nor while it is held', async () => {
    await putUp(directory, 'one', undefined)
    const before = siteThatIsUp(directory)
    await putUp(directory, 'two', before)
    expect(await putUp(directory, 'three', before)).toBe(false)
    await hold(directory, 'one')
    expect(await putUp(directory, 'three', siteThatIsUp(directory))).toBe(false)
    expect(up()).toEqual(['one', true])
  })

  it('can be moved with its folder', async () => {
    await hold(directory, 'two')
    for (const link of ['current', 'put-back'])
      expect(path.isAbsolute(await readlink(path.join(directory, link)))).toBe(false)
  })

  it('changes again after a process died in the middle of changing it', async () => {
    await mkdir(path.join(directory, 'swapping'))
    // Its clock was ahead.
    const ahead = Date.now() / 1000 + 1e7
    await utimes(path.join(directory, 'swapping'), ahead, ahead)
    await putUp(directory, 'one', undefined)
    expect(up()).toEqual(['one', false])
  })

  it('is one build or another for whoever looks while several processes change it', async () => {
    await putUp(directory, 'one', undefined)
    const module = pathToFileURL(path.join(import.meta.dirname, 'site-folder.ts')).href
    const script = `
      const { hold, letGo, putUp, siteThatIsUp } = await import(${JSON.stringify(module)})
      for (let i = 0; i < 60; i += 1) {
        await hold(${JSON.stringify(directory)}, ['two', 'three'][i % 2])
        const held = siteThatIsUp(${JSON.stringify(directory)})
        if (!['one', 'two', 'three'].includes(held.name)) throw new Error(held.name)
        await letGo(${JSON.stringify(directory)})
        await putUp(${JSON.stringify(directory)}, 'one', siteThatIsUp(${JSON.stringify(directory)}))
      }`
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
        stdio: 'inherit',
      }),
    )
    let isOver = false
    const seen = new Set<unknown>()
    const look = async () => {
      while (!isOver) {
        seen.add(siteThatIsUp(directory)?.name)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const looking = look()
    const codes = await Promise.all(
      children.map(async (child) => ((await once(child, 'close')) as [number])[0]),
    )
    isOver = true
    await looking
    expect(codes).toEqual([0, 0, 0])
    expect([...seen].every((name) => ['one', 'two', 'three'].includes(String(name)))).toBe(true)
  })
})
