import { randomFillSync } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { claiming, heicFile, heldUpright, OWNER } from '../../test/helpers/heic.ts'
import { makeAnew } from './make-anew.ts'

/** The picture that was made, and what its file says of it. */
const made = async (file: Buffer) => {
  const result = await makeAnew(file)
  if ('refused' in result) throw new Error(`It was refused: ${result.refused}`)
  const { data, info } = await sharp(result.data).removeAlpha().raw().toBuffer({
    resolveWithObject: true,
  })
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
    return [...data.subarray(start, start + 3)]
  }
  return { file: result.data, facts: await sharp(result.data).metadata(), at }
}

const isNear = (colour: number[], expected: number[]) =>
  expect(Math.max(...colour.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(24)

describe('a photograph of a phone', () => {
  it('becomes a JPEG in the colours it was taken in, without its owner and place', async () => {
    expect(heicFile().includes(OWNER)).toBe(true)
    const { at, facts, file } = await made(heicFile())
    expect(facts).toMatchObject({ format: 'jpeg', width: 96, height: 64 })
    expect([facts.exif, facts.xmp, facts.iptc, file.includes(OWNER)]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ])
    isNear(at(0.1, 0.1), [255, 255, 255])
    // The file says 234, 51, 35 of another space of colours.
    isNear(at(0.8, 0.8), [255, 0, 0])
    expect(at(0.8, 0.8)[0]).toBeGreaterThan(248)
  })

  it('stands upright when the phone was', async () => {
    const { at, facts } = await made(heldUpright())
    expect(facts).toMatchObject({ format: 'jpeg', width: 64, height: 96 })
    isNear(at(0.9, 0.1), [255, 255, 255])
    isNear(at(0.1, 0.1), [255, 0, 0])
  })
})

describe('a photograph of 48 megapixels', () => {
  const large = async () => {
    // Grain, as a camera makes it: it is not unpacked in a moment.
    const tile = await sharp(randomFillSync(Buffer.alloc(1008 * 756 * 3)), {
      raw: { width: 1008, height: 756, channels: 3 },
    })
      .png()
      .toBuffer()
    return sharp({ create: { width: 8064, height: 6048, channels: 3, background: '#808080' } })
      .composite([{ input: tile, tile: true, blend: 'soft-light' }])
      .jpeg({ quality: 88 })
      .withMetadata({ orientation: 6 })
      .toBuffer()
  }

  it('is made smaller and turned upright, while the server answers others', async () => {
    const file = await large()
    expect(file.length).toBeGreaterThan(8e6)
    let turns = 0
    const others = setInterval(() => (turns += 1), 5)
    const result = await makeAnew(file)
    clearInterval(others)
    if ('refused' in result) throw new Error(`It was refused: ${result.refused}`)
    expect(await sharp(result.data).metadata()).toMatchObject({ width: 1800, height: 2400 })
    expect(turns).toBeGreaterThan(20)
  }, 60_000)
})

/** A PNG of one colour and that many pixels, a few thousand times smaller than they are. */
const bomb = (width: number, height: number): Buffer => {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const
    ends[0].writeUInt32BE(data.length)
    ends[1].writeUInt32BE(crc32(body))
    return Buffer.concat([ends[0], body, ends[1]])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1_000_000), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const moving = (frames: number) =>
  sharp(randomFillSync(Buffer.alloc(16 * 16 * frames * 3)), {
    raw: { width: 16, height: 16 * frames, channels: 3, pageHeight: 16 },
  })
    .webp()
    .toBuffer()

describe('what is not taken', () => {
  it.each([
    ['a PNG of 900 megapixels', () => bomb(30_000, 30_000), 'pixels'],
    ['a PNG of 70 megapixels', () => bomb(10_000, 7_000), 'pixels'],
    ['a PNG that ends early', () => bomb(6_000, 6_000), 'unreadable'],
    ['a phone’s photograph of 2,400 megapixels', () => claiming(60_000, 40_000), 'pixels'],
    ['one that says it is larger than it is', () => claiming(8_000, 6_000), 'unreadable'],
    ['one that says it is smaller than it is', () => claiming(8, 8), 'unreadable'],
    ['one without a size', () => claiming(0, 0), 'unreadable'],
    ['one that ends early', () => heicFile().subarray(0, 1_100), 'unreadable'],
    ['one that ends in its beginning', () => heicFile().subarray(0, 200), 'unreadable'],
    ['a name of a kind and nothing else', () => heicFile().subarray(0, 28), 'unreadable'],
    [
      'a page that begins like one',
      () => Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'<script>'.repeat(99)}`, 'latin1'),
      'unreadable',
    ],
    [
      'one in the middle of which stands something else',
      () => {
        const file = heicFile()
        file.fill(0x5a, 210, 320)
        return file
      },
      'unreadable',
    ],
    ['a picture of 400 frames', () => moving(400), 'moves'],
  ] as const)('%s', async (_what, file, reason) => {
    expect(await makeAnew(await file())).toEqual({ refused: reason })
  })
})

describe('the process that reads a picture', () => {
  const plain = () =>
    sharp({ create: { width: 7_000, height: 7_000, channels: 3, background: '#808080' } })
      .png({ progressive: true })
      .toBuffer()

  it.each([
    ['memory', { memory: 120, time: 60_000 }],
    ['time', { memory: 1_500, time: 300 }],
  ])(
    'is ended when it takes more %s than it may, and the next picture is read',
    async (_what, of) => {
      const file = await plain()
      expect(await makeAnew(Buffer.from(file), of)).toEqual({ refused: 'hard' })
      expect(await makeAnew(Buffer.from(file))).toHaveProperty('data')
    },
    60_000,
  )
})
