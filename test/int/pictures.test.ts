import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { cleanPictures } from '../../collections/clean-pictures.ts'
import type { Role } from '../../collections/access.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { claiming, heicFile, heldUpright, OWNER as TAKEN_BY } from '../helpers/heic.ts'
import { pagesOf } from '../helpers/pages.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

const OWNER = 'Amina Yusuf of Ward 7'

/** A photograph as a phone makes it: lying on its side, with its owner and place. */
const photo = (format: 'avif' | 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 60, height: 20, channels: 3, background: '#005eb8' } })
    .withExif({
      IFD0: { Artist: OWNER, Copyright: OWNER },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 48/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>${OWNER}</owner></x:xmpmeta>`)
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()

const upload = (data: Buffer, name: string, mimetype: string) =>
  app.payload.create({
    collection: 'media',
    data: { alt: 'A' },
    file: { data, name, mimetype, size: data.length },
    overrideAccess: true,
  })

/** Sends it as the pages of the admin do. */
const send = (file: Buffer, { as = 'comms', name, query = '', type = '' }: Sent) => {
  const parts = new FormData()
  parts.append('_payload', JSON.stringify({ alt: 'A' }))
  parts.append('file', new Blob([new Uint8Array(file)], { type }), name)
  return app.rest('POST', `/media${query}`, { ...(as && { as }), parts })
}

type Sent = { as?: Role | null; name: string; query?: string; type?: string }

const folder = () => path.join(app.dataDir, 'media')

const traces = async (name: string) => {
  const data = await readFile(path.join(folder(), name))
  const { exif, iptc, xmp } = await sharp(data).metadata()
  return { hasOwner: data.includes(OWNER), hasPlace: data.includes('GPSLatitude'), exif, iptc, xmp }
}

const NONE = { hasOwner: false, hasPlace: false, exif: undefined, iptc: undefined, xmp: undefined }

describe('a picture that comes in', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'as %s keeps no owner and no place, and stands upright',
    async (format) => {
      const data = await photo(format)
      const original = await sharp(data).metadata()
      expect(original.exif?.includes(OWNER)).toBe(true)
      const media = await upload(data, `photo.${format}`, `image/${format}`)
      for (const name of await readdir(folder())) expect(await traces(name), name).toEqual(NONE)
      const kept = await sharp(path.join(folder(), media.filename!)).metadata()
      expect(kept.orientation ?? 1).toBe(1)
      if (original.orientation === 6) expect([kept.width, kept.height]).toEqual([20, 60])
      expect(media).toMatchObject({ width: kept.width, height: kept.height })
    },
  )

  it.each([
    ['a page called a picture', '<html><script>alert(1)</script></html>', 'a.png', 'image/png'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'a.svg',
      'image/svg+xml',
    ],
    [
      'a drawing called a photograph',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'a.jpg',
      'image/jpeg',
    ],
    ['a document', '%PDF-1.7', 'a.jpg', 'image/jpeg'],
  ])('is not %s', async (_what, text, name, mimetype) => {
    const before = (await readdir(folder())).length
    await expect(upload(Buffer.from(text), name, mimetype)).rejects.toThrow()
    expect((await readdir(folder())).length).toBe(before)
  })
})

describe('the file of a picture', () => {
  it.each([
    ['Ärzte im Garten.png', 'arzte-im-garten.png'],
    ['../../etc/passwd.png', 'etc-passwd.png'],
    ['..%2f..%2fa.png', '2f-2fa.png'],
    ['.htaccess', 'htaccess.png'],
    ['a\u0000b.png', 'a-b.png'],
    ['\u202egnp.exe', 'gnp.png'],
    ['李.png', 'picture.png'],
    [`${'long '.repeat(80)}.png`, /^(long-){11}long\.png$/],
    ['page.html', 'page.png'],
  ])('called %s gets a name for every disk and address', async (name, expected) => {
    const { filename } = await upload(await photo('png'), name, 'image/png')
    // A second one of a name gets a number.
    const plain = filename!.replace(/-\d+(?=\.png$)/, '')
    if (expected instanceof RegExp) expect(plain).toMatch(expected)
    else expect(plain).toBe(expected)
    expect(await readdir(folder())).toContain(filename)
  })

  it.each([
    ['of a film', 'IMG_1.MOV', 'video/quicktime', '\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\0'],
    ['that moves', 'a.gif', 'image/gif', 'GIF89a\x01\0\x01\0\x80'],
    ['called otherwise', 'a.png', 'image/png', 'GIF89a\x01\0\x01\0\x80'],
    ['that is empty', 'a.png', 'image/png', ''],
  ])('%s is refused with a sentence that says what to do', async (_what, name, mimetype, text) => {
    const answer = await send(Buffer.from(text, 'latin1'), { name, type: mimetype })
    expect([answer.status, answer.json.errors[0].data.errors]).toEqual([
      400,
      [
        expect.objectContaining({
          path: 'file',
          message:
            'This is not a picture that can be used here. Choose a JPEG, PNG, WebP, AVIF or HEIC file of at most 20 MB and 65 megapixels.',
        }),
      ],
    ])
  })
})

describe('a photograph of a phone', () => {
  it.each(['image/heic', 'image/heif', 'application/octet-stream', ''])(
    'sent as “%s” becomes a JPEG, upright, with nothing of its owner',
    async (type) => {
      const { json, status } = await send(heldUpright(), { name: 'In the Garden.HEIC', type })
      expect(status).toBe(201)
      const { filename, sizes } = json.doc
      expect(json.doc).toMatchObject({ mimeType: 'image/jpeg', width: 64, height: 96 })
      expect(filename).toMatch(/^in-the-garden(-\d+)?\.jpg$/)
      for (const name of [filename, sizes.wide.filename]) {
        const data = await readFile(path.join(folder(), name))
        expect(data.includes(TAKEN_BY)).toBe(false)
        const facts = await sharp(data).metadata()
        expect(facts).toMatchObject({ width: 64, height: 96 })
        expect([facts.exif, facts.xmp, facts.orientation ?? 1]).toEqual([undefined, undefined, 1])
      }
    },
  )

  it('takes the place of another one', async () => {
    const { json } = await send(await photo('png'), { name: 'first.png', type: 'image/png' })
    const parts = new FormData()
    parts.append('_payload', JSON.stringify({ alt: 'B' }))
    parts.append('file', new Blob([new Uint8Array(heicFile())]), 'second.heic')
    const answer = await app.rest('PATCH', `/media/${json.doc.id}`, { as: 'comms', parts })
    expect([answer.status, answer.json.doc.filename]).toEqual([200, 'second.jpg'])
    expect(await readdir(folder())).not.toContain('first.png')
  })

  it.each([
    ['is damaged', () => heicFile().subarray(0, 1_100), 'damaged'],
    [
      'says it has 2,400 megapixels',
      () => claiming(60_000, 40_000),
      'at most 20 MB and 65 megapixels',
    ],
  ] as const)('that %s is refused, and nothing is kept', async (_what, file, words) => {
    const before = (await readdir(folder())).sort()
    const rows = () => app.payload.count({ collection: 'media', overrideAccess: true })
    const { totalDocs } = await rows()
    const { json, status } = await send(file(), { name: 'a.heic', type: 'image/heic' })
    expect([status, json.errors[0].data.errors[0].message]).toEqual([
      400,
      expect.stringContaining(words),
    ])
    expect((await readdir(folder())).sort()).toEqual(before)
    expect((await rows()).totalDocs).toBe(totalDocs)
  })
})

describe('a large photograph', () => {
  const large = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#005eb8' } })
      .jpeg()
      .toBuffer()

  it('is made smaller, and what was cut out of it before is cut out of that', async () => {
    const query = '?uploadEdits[crop][unit]=%25&uploadEdits[crop][x]=50&uploadEdits[crop][y]=0'
    const side = '&uploadEdits[crop][width]=50&uploadEdits[crop][height]=100'
    const pixels = '&uploadEdits[widthInPixels]=4032&uploadEdits[heightInPixels]=6048'
    const file = await large(8064, 6048)
    const whole = await send(file, { name: 'a.jpg' })
    expect(whole.json.doc).toMatchObject({ width: 2400, height: 1800 })
    const half = await send(file, { name: 'b.jpg', query: `${query}${side}${pixels}` })
    expect([half.status, half.json.doc]).toMatchObject([201, { width: 1200, height: 1800 }])
  })

  it('of more bytes than are taken is refused with the limit', async () => {
    const file = Buffer.concat([await large(100, 100), Buffer.alloc(20 * 1024 * 1024)])
    const { json, status } = await send(file, { name: 'a.jpg' })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(json.errors[0].message).toContain('at most 20 MB and 65 megapixels')
  })

  it('keeps nobody waiting who writes at the same time', async () => {
    let isDone = false
    const sent = send(await large(8000, 8000), { name: 'slow.jpg' }).then((answer) => {
      isDone = true
      return answer
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { status } = await pagesOf(app).save('home', { lead: 'Written meanwhile' })
    expect([status, isDone]).toEqual([200, false])
    expect((await sent).status).toBe(201)
  })

  it.each([null, 'coordinator'] as const)('is not unpacked for %s', async (as) => {
    // Who unpacks it finds that it ends early, and says that instead.
    const file = (await large(800, 800)).subarray(0, 2000)
    const { json, status } = await send(file, { as, name: 'a.jpg' })
    expect([status, json.errors[0].message]).toEqual([403, expect.stringContaining('not allowed')])
  })
})

describe('pictures of older versions', () => {
  it('are cleaned at the start, and only once', async () => {
    const media = await upload(await photo('jpeg'), 'old.jpg', 'image/jpeg')
    const file = path.join(folder(), media.filename!)
    await writeFile(file, await photo('jpeg'))
    await writeFile(path.join(folder(), 'broken.jpg'), 'no picture')
    await cleanPictures(app.payload)
    expect(await traces(media.filename!)).toEqual(NONE)
    const { height, width } = await sharp(file).metadata()
    expect([width, height]).toEqual([20, 60])
    const row = await app.payload.findByID({
      collection: 'media',
      id: media.id,
      overrideAccess: true,
    })
    expect(row).toMatchObject({ width: 20, height: 60 })
    const once = await readFile(file)
    await cleanPictures(app.payload)
    expect((await readFile(file)).equals(once)).toBe(true)
  })
})

describe('the public', () => {
  it('sees the copies in the site alone: no picture of the CMS, and no list of them', async () => {
    const used = await upload(await photo('jpeg'), 'used.jpg', 'image/jpeg')
    expect(
      (await pagesOf(app).save('home', { layout: [{ blockType: 'hero', image: used.id }] })).status,
    ).toBe(200)
    await app.payload.jobs.run({
      queue: 'publication',
      limit: 50,
      silent: true,
      overrideAccess: true,
    })
    expect((await app.rest('GET', '/media')).json?.docs ?? []).toEqual([])
    for (const name of [used.filename, used.sizes?.wide?.filename]) {
      expect((await app.rest('GET', `/media/file/${name}`)).status).toBeGreaterThanOrEqual(403)
      expect((await app.rest('GET', `/media/file/${name}`, { as: 'comms' })).status).toBe(200)
    }
    const site = path.join(app.dataDir, 'site/current/public')
    const html = await readFile(path.join(site, 'index.html'), 'utf8')
    const [, shown] = /src="(\/assets\/pictures\/[\w.-]+)"/.exec(html)!
    const { exif } = await sharp(path.join(site, shown!)).metadata()
    expect(exif).toBeUndefined()
  })
})

describe('a picture that a page shows', () => {
  const show = async (image: string | null, _status: 'draft' | 'published' = 'published') => {
    const layout = [{ blockType: 'hero', image }]
    return pagesOf(app).save('home', { title: 'Welcome', layout }, { status: _status })
  }
  const remove = (id: string) => app.rest('DELETE', `/media/${id}`, { as: 'comms' })

  it('is deleted only once neither the page nor its draft shows it', async () => {
    const { id } = await upload(await photo('jpeg'), 'shown.jpg', 'image/jpeg')
    const other = await upload(await photo('jpeg'), 'instead.jpg', 'image/jpeg')
    expect((await show(id)).status).toBe(200)
    const onPage = await remove(id)
    expect([onPage.status, onPage.json.errors[0].message]).toEqual([
      400,
      expect.stringContaining('on the page “Welcome”'),
    ])
    const many = await app.rest('DELETE', `/media?where[id][in]=${id},${other.id}`, { as: 'comms' })
    expect(many.status).toBe(400)
    expect((await show(other.id)).status).toBe(200)
    expect((await show(id, 'draft')).status).toBe(200)
    const inDraft = await remove(id)
    expect([inDraft.status, inDraft.json.errors[0].message]).toEqual([
      400,
      expect.stringContaining('in the draft'),
    ])
    expect((await show(other.id, 'draft')).status).toBe(200)
    expect((await remove(id)).status).toBe(200)
    const chosen = await show(id)
    expect([chosen.status, chosen.json.errors[0].message]).toEqual([
      400,
      'Choose a record that is there.',
    ])
  })

  it('is there still when somebody chose it while another deleted it', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { id } = await upload(await photo('jpeg'), `race.${i}.jpg`, 'image/jpeg')
      const [shown, removed] = await Promise.all([show(id), remove(id)])
      expect([shown.status, removed.status].sort()).toEqual([200, 400])
      const found = await app.payload.db.findOne({
        collection: 'media',
        where: { id: { equals: id } },
      })
      expect(found !== null).toBe(shown.status === 200)
    }
  })
})
