import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import * as assignment from './index.ts'

it('the example of the README prints what it says', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')
  const [, imported, code] =
    /```ts\nimport (\{[^}]*\}) from '@mentoring\/assignment'\n([^]*?)```/.exec(readme)!
  const printed: unknown[] = []
  const console = { log: (value: unknown) => printed.push(value) }
  new Function('assignment', 'console', `const ${imported} = assignment; { ${code} }`)(
    assignment,
    console,
  )
  const said = [...code.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(
    ([, value]) => new Function(`return ${value}`)() as unknown,
  )
  expect(printed).toEqual(said)
  expect(said).toHaveLength(5)
})
