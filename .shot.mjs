import { chromium } from 'playwright-core'
import sirv from 'sirv'
import { createServer } from 'node:http'
const [dir, out, ...paths] = process.argv.slice(2)
const h = sirv(dir, { dev: true })
const s = createServer((q, r) => h(q, r, () => r.writeHead(404).end('no')))
await new Promise((r) => s.listen(3555, r))
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, width] of [
  ['phone', 390],
  ['laptop', 1280],
]) {
  const p = await b.newPage({ viewport: { width, height: 800 } })
  for (const path of paths) {
    await p.goto('http://localhost:3555' + path)
    await p.waitForTimeout(300)
    await p.screenshot({ path: `${out}/${path.replaceAll('/', '_')}${name}.png`, fullPage: true })
  }
}
await b.close()
s.close()
