import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Build, buildSite, pagesOf } from './build-site.ts'
import { attribute, attributes, parse, textOf } from './dom.ts'
import { emptyFixture, fixture } from './fixture.ts'
import { MY_ADDRESSES } from './my-pages.ts'
import { serverPages, SIGN_UP_ADDRESSES } from './server-pages.ts'

/** In bytes, gzipped: what a first visit has to wait for. */
const MOST_CSS = 20_000
const MOST_SCRIPT = 12_000

const validator = new HtmlValidate(new FileSystemConfigLoader())

describe.each([
  ['full', fixture()],
  ['empty', emptyFixture()],
] as const)('the site of a %s snapshot', (_, snapshot) => {
  let build: Build
  let built: Record<string, string>
  let all: Record<string, string>

  beforeAll(async () => {
    build = await buildSite(snapshot)
    built = await pagesOf(build.folder)
    all = { ...built, ...serverPages(snapshot) }
  })
  afterAll(() => build.remove())

  it('is valid HTML', async () => {
    const problems: string[] = []
    for (const [address, html] of Object.entries(all)) {
      const { results } = await validator.validateString(html, path.resolve('site/page.html'))
      for (const { ruleId, message, line } of results.flatMap((result) => result.messages)) {
        problems.push(`${address} line ${line}: ${message} (${ruleId})`)
      }
    }
    expect(problems).toEqual([])
  })

  it('has one main heading on every page, and headings that skip no level', () => {
    for (const [address, html] of Object.entries(all)) {
      const levels = parse(html)
        .querySelectorAll('main h1, main h2, main h3, main h4')
        .map((heading) => Number(heading.tagName.slice(1)))
      expect(
        levels.filter((level) => level === 1),
        address,
      ).toEqual([1])
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? level) + 1)
      expect(jumps, address).toEqual([])
    }
  })

  it('gives every built page a title of its own that ends with the programme', () => {
    const titles = Object.values(built).map((html) => textOf(parse(html).querySelector('title')))
    expect(new Set(titles).size).toBe(titles.length)
    const [front, ...others] = titles.sort((a) => (a.startsWith('An example') ? -1 : 1))
    expect(front).toBe('An example peer mentor programme – An example teaching hospitals trust')
    for (const title of others) expect(title).toMatch(/^\S.* – Peer mentor programme$/)
  })

  it('describes every page that search engines list, and gives its address', () => {
    for (const [address, html] of Object.entries(built)) {
      const root = parse(html)
      if (root.querySelector('meta[name="robots"]')) continue
      const description = root.querySelector('meta[name="description"]')
      expect(attribute(description, 'content')?.length, address).toBeGreaterThan(20)
      expect(attribute(root.querySelector('link[rel="canonical"]'), 'href')).toBe(
        `https://mentors.example.org${address}`,
      )
    }
  })

  it('says of every page that is listed what people see who get its link', async () => {
    for (const [address, html] of Object.entries(built)) {
      const root = parse(html)
      const said = (name: string) =>
        attribute(root.querySelector(`meta[property="og:${name}"]`), 'content')
      if (root.querySelector('meta[name="robots"]')) {
        expect(said('title'), address).toBeUndefined()
        continue
      }
      expect(said('title'), address).toBe(textOf(root.querySelector('h1')))
      expect(said('description'), address).toBe(
        attribute(root.querySelector('meta[name="description"]'), 'content'),
      )
      expect(said('url'), address).toBe(`https://mentors.example.org${address}`)
      const picture = new URL(said('image')!)
      expect(picture.origin).toBe('https://mentors.example.org')
      expect(await isFile(path.join(build.folder, picture.pathname)), picture.pathname).toBe(true)
    }
  })

  it('says where to report a weakness, for a year', async () => {
    const file = path.join(build.folder, '.well-known/security.txt')
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m)
    const [, expires] = /^Expires: (.+)$/m.exec(text)!
    const days = (Date.parse(expires!) - Date.now()) / (24 * 60 * 60_000)
    expect(days).toBeGreaterThan(364)
    expect(days).toBeLessThan(366)
  })

  it('links only to pages, places and files that are there', async () => {
    const ids = Object.fromEntries(
      Object.entries(all).map(([address, html]) => [address, attributes(parse(html), 'id')]),
    )
    const broken: string[] = []
    for (const [address, html] of Object.entries(all)) {
      const root = parse(html)
      for (const link of [...attributes(root, 'href'), ...attributes(root, 'src')]) {
        if (/^(https?|mailto|tel):/.test(link)) continue
        const [page, hash] = link.split('#') as [string, string?]
        const target = page.replace(/\?.*/, '') || address
        const isThere = /^(?!\/api\/).*\.\w+$/.test(target)
          ? await isFile(path.join(build.folder, target))
          : [...MY_ADDRESSES, ...SIGN_UP_ADDRESSES].includes(target) ||
            (ids[target] && (hash === undefined || ids[target].includes(hash)))
        if (!isThere) broken.push(`${address}: ${link}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('refers to each label, hint and message by an id that is there', () => {
    const names = ['for', 'aria-describedby', 'aria-labelledby', 'data-aria-controls']
    for (const [address, html] of Object.entries(all)) {
      const root = parse(html)
      const ids = attributes(root, 'id')
      const referred = names
        .flatMap((name) => attributes(root, name))
        .join(' ')
        .split(/\s+/)
      expect(ids, address).toEqual(expect.arrayContaining(referred.filter(Boolean)))
    }
  })

  it('shows no heading and no list without something in it', () => {
    for (const [address, html] of Object.entries(built)) {
      const shown = parse(html).querySelectorAll(
        'main h1, main h2, main h3, main h4, main ul, main ol, main p, main li',
      )
      const empty = shown.filter(
        (element) => textOf(element) === '' && !element.querySelector('img'),
      )
      expect(
        empty.map((element) => element.tagName),
        address,
      ).toEqual([])
    }
  })

  it('has no script or style inside its pages and takes nothing from other hosts', () => {
    for (const [address, html] of Object.entries(all)) {
      const root = parse(html)
      expect(root.querySelectorAll('style'), address).toHaveLength(0)
      expect(attributes(root, 'style'), address).toEqual([])
      for (const script of root.querySelectorAll('script')) {
        expect(attribute(script, 'src'), address).toMatch(/^\/assets\//)
        expect(textOf(script), address).toBe('')
      }
      const handlers = [...html.matchAll(/<[^>]+\son\w+=/g)]
      expect(handlers, address).toEqual([])
      const loaded = root.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], img')
      for (const element of loaded) {
        const from = attribute(element, 'href') ?? attribute(element, 'src')
        expect(from, address).toMatch(/^\/(?!\/)/)
      }
    }
  })

  it('stays small', async () => {
    const sizeOf = async (file: string) =>
      gzipSync(await readFile(path.join(build.folder, 'assets', file)), { level: 9 }).length
    expect(await sizeOf('site.css')).toBeLessThan(MOST_CSS)
    expect(await sizeOf('forms.css')).toBeLessThan(MOST_CSS)
    expect(await sizeOf('site.js')).toBeLessThan(MOST_SCRIPT)
  })

  it('asks for no script that the front page’s own script needs to begin', async () => {
    const script = await readFile(path.join(build.folder, 'assets/site.js'), 'utf8')
    expect(script.match(/(?:from|import)\s*["'][^"']+["']/g)).toBeNull()
  })

  it('takes no font, and nothing from other hosts, in its stylesheet', async () => {
    const css = await readFile(path.join(build.folder, 'assets/site.css'), 'utf8')
    expect(css.match(/@font-face|@import|url\((?!\/assets\/)/g)).toBeNull()
    expect(css.includes('font-family:Arial')).toBe(true)
  })

  it('leads from the front page to both sign-up forms', () => {
    const hrefs = attributes(parse(built['/']!).querySelector('.app-hero')!, 'href')
    expect(hrefs).toEqual(['/sign-up/mentee/', '/sign-up/mentor/'])
  })
})

describe('an empty list', () => {
  let build: Build
  let pages: Record<string, string>

  beforeAll(async () => {
    build = await buildSite(emptyFixture())
    pages = await pagesOf(build.folder)
  })
  afterAll(() => build.remove())

  it('says where to turn while there are no resources', () => {
    const main = parse(pages['/resources/']!).querySelector('main')
    expect(textOf(main)).toContain('We are putting this list together')
    expect(attributes(main!, 'href')).toContain('mailto:mentors@example.org')
  })
})

const isFile = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  )
