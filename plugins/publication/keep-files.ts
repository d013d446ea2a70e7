import {
  access,
  copyFile,
  mkdir,
  readdir,
  readFile,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'

const DAY = 24 * 60 * 60_000

/** A page may be open for so long before it asks for a part of itself, in days. */
const KEPT_DAYS = 30

/** Since when files of earlier builds are no part of the site, by their path: beside the site, not in it. */
const LEFT_SINCE = 'left-since.json'

type LeftSince = Record<string, string>

/**
 * Takes over into a build that is to go up what browsers rely on from the one before.
 *
 * - A file that has not changed keeps its time: by that, and its size, browsers and proxies know that what they have
 *   is still good.
 * - A file whose name says its content stays for 30 days after the site has stopped using it, because a page
 *   that was opened before may still ask for it.
 *
 * @param before folder of the build that is up; nothing at the first one
 * @param next folder of the build that is to go up; both hold the site in `public`
 * @param isForEver says of a path below the site whether its name says its content
 */
export const keepFiles = async (
  before: string | undefined,
  next: string,
  isForEver: (file: string) => boolean,
  now = Date.now(),
): Promise<void> => {
  if (before === undefined) return
  const [from, to] = [path.join(before, 'public'), path.join(next, 'public')]
  const known = await readLeft(before)
  // A build that is put back has taken over some before.
  const left: LeftSince = await readLeft(next)
  for (const file of await filesIn(from)) {
    const [old, made] = [path.join(from, file), path.join(to, file)]
    const isMade = await access(made).then(
      () => true,
      () => false,
    )
    if (isMade) {
      await keepTime(old, made)
      continue
    }
    const since = known[file] ?? new Date(now).toISOString()
    if (!isForEver(file) || Date.parse(since) < now - KEPT_DAYS * DAY) continue
    await mkdir(path.dirname(made), { recursive: true })
    await copyFile(old, made)
    await keepTime(old, made)
    left[file] = since
  }
  await writeFile(path.join(next, LEFT_SINCE), JSON.stringify(left))
}

const keepTime = async (old: string, made: string): Promise<void> => {
  const [was, is] = [await stat(old), await stat(made)]
  if (was.size !== is.size) return
  const isSame = (await readFile(old)).equals(await readFile(made))
  if (isSame) await utimes(made, was.atime, was.mtime)
}

const readLeft = async (build: string): Promise<LeftSince> =>
  readFile(path.join(build, LEFT_SINCE), 'utf8').then(
    (text) => JSON.parse(text) as LeftSince,
    // The build of a version that kept none.
    () => ({}),
  )

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}
