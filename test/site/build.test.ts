import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'

import { coloursOf } from '../../plugins/outbox/look.ts'
import { type Colour, HEX } from '../../site/_config/colours.ts'
import { writeMailLogo } from '../../site/_config/mail-logo.ts'
import { type Build, buildSite, pagesOf } from './build-site.ts'
import { fixture, PICTURE } from './fixture.ts'
import { expectHarmless, HOSTILE } from './hostile.ts'

const builds: Build[] = []
const build = async (...args: Parameters<typeof buildSite>): Promise<Build> => {
  const done = await buildSite(...args)
  builds.push(done)
  return done
}

afterEach(async () => {
  await Promise.all(builds.splice(0).map((done) => done.remove()))
})

describe('a broken snapshot', () => {
  it('fails the build and names the places that are wrong', async () => {
    const broken = structuredClone(fixture()) as {
      pages: { title?: string }[]
      resources: { url: string }[]
    }
    delete broken.pages[0]!.title
    broken.resources[1]!.url = 'javascript:alert(1)'
    const { code, complaint, folder } = await build(broken)
    expect(code).toBe(1)
    expect(complaint).toContain('pages[0].title')
    expect(complaint).toContain('resources[1].url')
    expect(complaint).not.toContain('    at ')
    expect(await pagesOf(folder)).toEqual({})
  })

  it.each([
    ['is empty', ''],
    ['is cut off', '{"fingerprint": "a'],
  ])('fails the build when it %s', async (_, content) => {
    const { code, complaint } = await build(content)
    expect(code).toBe(1)
    expect(complaint).toContain('The content snapshot is not JSON.')
  })
})

describe('content from CONTENT_URL', () => {
  const answering = async (status: number, body: string) => {
    const server = createServer((_, response) => {
      response.statusCode = status
      response.end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}/content`, stop: () => server.close() }
  }

  it('is fetched and built', async () => {
    const { url, stop } = await answering(200, JSON.stringify(fixture()))
    const { code, complaint, folder } = await build('', { CONTENT_URL: url })
    stop()
    expect(complaint).toBe('')
    expect(code).toBe(0)
    expect(Object.keys(await pagesOf(folder))).toContain('/resources/')
  })

  it('fails the build when it can not be had', async () => {
    const { url, stop } = await answering(503, 'Not now')
    const { code, complaint } = await build('', { CONTENT_URL: url })
    stop()
    expect(code).toBe(1)
    expect(complaint).toContain('CONTENT_URL answered with status 503')
  })
})

describe('a complete build', () => {
  it('writes every address, says nothing on standard error and is listed for search engines', async () => {
    const { code, complaint, folder } = await build(fixture())
    expect(complaint).toBe('')
    expect(code).toBe(0)
    const pages = Object.keys(await pagesOf(folder))
    expect(pages.sort()).toEqual([
      '/',
      '/404.html',
      '/accessibility/',
      '/every-part/',
      '/every-part/landing/',
      '/how-we-match/',
      '/privacy/',
      '/resources/',
      '/sign-up/',
      '/sign-up/mentee/',
      '/sign-up/mentee/all/',
      '/sign-up/mentee/check-your-email/',
      '/sign-up/mentor/',
      '/sign-up/mentor/all/',
      '/sign-up/mentor/check-your-email/',
    ])
    const sitemap = await readFile(path.join(folder, 'sitemap.xml'), 'utf8')
    const listed = [...sitemap.matchAll(/<loc>https:\/\/mentors\.example\.org([^<]*)<\/loc>/g)]
    expect(listed.map((match) => match[1]).sort()).toEqual(
      pages.filter((page) => page !== '/404.html' && !/check-your-email|\/all\//.test(page)).sort(),
    )
    const robots = await readFile(path.join(folder, 'robots.txt'), 'utf8')
    expect(robots).toContain('Sitemap: https://mentors.example.org/sitemap.xml')
  })

  it('prints hostile plain text as text', async () => {
    const snapshot = fixture(() => HOSTILE)
    snapshot.site.programmeName = HOSTILE
    snapshot.site.shortName = HOSTILE
    snapshot.site.contact.phone = HOSTILE
    snapshot.site.menu = [{ text: HOSTILE, href: '/' }]
    snapshot.resources[0] = {
      ...snapshot.resources[0]!,
      title: HOSTILE,
      url: 'https://example.org/?"><script>alert(1)</script>',
      audience: HOSTILE,
      description: HOSTILE,
      joining: HOSTILE,
      topic: HOSTILE,
    }
    const { folder } = await build(snapshot)
    const pages = Object.values(await pagesOf(folder))
    expect(pages.length).toBeGreaterThan(0)
    for (const html of pages) expectHarmless(html)
  })

  it('does not mix with an older one', async () => {
    const first = await build(fixture())
    const again = buildInto(first.folder)
    expect(again.code).toBe(1)
    expect(again.complaint).toContain('not empty')
  })
})

/** Builds into a folder that is there already. */
const buildInto = (folder: string) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'site/build.ts', '--output', folder],
    { input: JSON.stringify(fixture()), encoding: 'utf8' },
  )
  return { code: status, complaint: stderr }
}

describe('the colour of the trust', () => {
  const COLOURS = Object.entries(HEX) as [Colour, string][]

  it.each(COLOURS)('%s is told to browsers as it is in the styles', async (colour, hex) => {
    const content = fixture()
    const { folder } = await build({ ...content, site: { ...content.site, colour } })
    const css = await readFile(path.join(folder, 'assets/site.css'), 'utf8')
    for (const [address, html] of Object.entries(await pagesOf(folder))) {
      expect(html, address).toContain(`<meta name="theme-color" content="${hex}">`)
      const [, name] = /<body class="(app-colour-[\w-]+)"/.exec(html)!
      const [, inStyles] = new RegExp(`\\.${name}\\{--app-colour: ?(#\\w+)`).exec(css)!
      expect(longHex(inStyles!)).toBe(hex)
    }
  })

  it.each(COLOURS)('%s has white words on it that can be read', (_, hex) => {
    const { onColour } = coloursOf({ senderName: 'x', colour: hex })
    expect(onColour).toBe('#ffffff')
  })

  /** Minified styles write `#00ffcc` as `#0fc`. */
  const longHex = (hex: string) =>
    hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
})

describe('the logo for emails', () => {
  const withLogo = (width: number, height: number) => {
    const content = fixture()
    const logo = { ...PICTURE, width, height }
    return buildSiteWith({ ...content, site: { ...content.site, logo, colour: 'green' as const } })
  }
  const buildSiteWith = async (content: unknown) => {
    const { folder, complaint } = await build(content)
    expect(complaint).toBe('')
    const manifest = await readFile(path.join(folder, 'assets/manifest.json'), 'utf8')
    return { folder, assets: JSON.parse(manifest) as Record<string, string> }
  }

  it('is a PNG of one height and on the colour of the site, at an address that stays', async () => {
    const { assets, folder } = await withLogo(640, 480)
    expect(assets['mail-logo.png']).toMatch(/^\/assets\/mail-logo\.png\?v=[0-9a-f]{8}$/)
    const file = path.join(folder, 'assets/mail-logo.png')
    expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: 128, height: 96 })
    expect((await readFile(file)).length).toBeLessThan(10_000)
  })

  it('is none where the site has no logo', async () => {
    const { assets, folder } = await buildSiteWith(fixture())
    expect(assets).not.toHaveProperty('mail-logo.png')
    expect(await readdir(path.join(folder, 'assets'))).not.toContain('mail-logo.png')
  })
})

describe('a wide logo with see-through parts', () => {
  it('keeps the height of the others, and a width for phones', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'logo-'))
    await sharp({
      create: { width: 1200, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .webp()
      .toFile(path.join(folder, 'wide.webp'))
    const logo = { file: 'wide.webp', alt: 'A', width: 1200, height: 100 }
    await writeMailLogo(folder, folder, { ...fixture().site, logo, colour: 'purple' })
    const { data, info } = await sharp(path.join(folder, 'assets/mail-logo.png'))
      .raw()
      .toBuffer({ resolveWithObject: true })
    await rm(folder, { recursive: true })
    expect(info).toMatchObject({ width: 480, height: 96 })
    const middle = (48 * info.width + 240) * info.channels
    for (const start of [0, middle]) {
      expect([...data.subarray(start, start + 3)]).toEqual([0x33, 0x00, 0x72])
    }
  })
})
