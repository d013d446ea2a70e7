import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)]

/** What is text, and worth it. Pictures are compressed as they are. */
const TEXT = /\.(css|html|js|json|svg|txt|xml)$/
const SMALLEST = 1024

/** So many files at a time: each is held in memory three times. */
const AT_ONCE = 8

/**
 * Writes each text file of a folder once more in both ways that browsers ask for, `.br` and `.gz`, beside the
 * file: nothing is compressed while somebody waits.
 */
export const precompress = async (folder: string): Promise<void> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => TEXT.test(file))
  const rest = files.values()
  const work = async () => {
    for (const file of rest) await compress(path.join(folder, file))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

const compress = async (file: string): Promise<void> => {
  const content = await readFile(file)
  if (content.length < SMALLEST) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  await writeFile(`${file}.br`, await toBrotli(content, { params }))
  await writeFile(`${file}.gz`, await toGzip(content, { level: 9 }))
}
