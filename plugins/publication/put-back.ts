import { access } from 'node:fs/promises'
import path from 'node:path'

import { asAsker } from '@mentoring/kit/rights'
import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { changesBetween, readDocuments } from './documents.ts'
import { readFacts } from './facts.ts'
import { keepFiles } from './keep-files.ts'
import { speak } from './languages/index.ts'
import { byOf, queuePublication } from './queue.ts'
import { changePublication, createPublication, findPublications, secondsSince } from './rows.ts'
import { settle } from './settle.ts'
import { folderOf, hold, letGo, siteThatIsUp } from './site-folder.ts'
import type { DeclaredOptions, Publication } from './types.ts'
import { namesOf } from './wishes.ts'

/**
 * Shows visitors an earlier publication again, at once, and holds it: nothing that is published goes up until
 * {@link goOn}. Site and hold change in one step. A process that dies before it has changed nothing; one that dies
 * after it leaves a row that the next start finishes.
 *
 * @param id of the publication
 * @throws Refused when it never was up, is up already, or its build is not kept any more.
 */
export const putBack = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
): Promise<{ number: number | undefined }> => {
  const { directory } = options
  const say = speak(req.i18n)
  const { folder: name, number, status } = await findForAsker(req, id)
  if (status === 'building' || status === 'failed') throw new Refused(409, say('neverUp'))
  const folder = name && folderOf(directory, name)
  if (!folder || !(await isThere(folder))) {
    await settle(req, directory)
    throw new Refused(409, say('buildGone'))
  }
  const up = siteThatIsUp(directory)
  if (up?.name === name) throw new Refused(409, say('isUpAlready'))

  const [was, is] = await Promise.all([up && readDocuments(up.folder), readDocuments(folder)])
  const facts = await readFacts(folder)
  const row = await createPublication(req, {
    ...facts,
    status: 'building',
    cause: 'rollback',
    by: await namesOf(req, options, Object.values(byOf(req))),
    startedAt: new Date().toISOString(),
    folder: name,
    putBack: number,
    changes: was && is ? changesBetween(was, is) : [],
  })
  try {
    // Pages that visitors have open ask for files of the site that goes.
    await keepFiles(up?.folder, folder, options.isForEver)
    await hold(directory, name)
  } catch (error) {
    const problem = say('notPutBack')
    await changePublication(req, row.id, { status: 'failed', problem }).catch(() => undefined)
    throw error
  }
  await changePublication(req, row.id, { status: 'live', seconds: secondsSince(row.startedAt) })
  await settle(req, directory)
  return { number: number ?? undefined }
}

/**
 * Lets what is published go up again, and builds it.
 *
 * @throws Refused when no publication was put back.
 */
export const goOn = async (req: PayloadRequest, { directory }: DeclaredOptions): Promise<void> => {
  const held = siteThatIsUp(directory)
  if (!held?.isHeld || !(await letGo(directory)))
    throw new Refused(409, speak(req.i18n)('goesOnAlready'))
  try {
    await queuePublication(req, { cause: 'byHand', isForced: true })
  } catch (error) {
    await hold(directory, held.name)
    throw error
  }
}

const findForAsker = async (req: PayloadRequest, id: string): Promise<Publication> => {
  const where = { id: { equals: id } }
  // Whoever asks must be able to see it; what only code sees of it is read after that.
  const [seen] = await findPublications(req, where, { as: asAsker(req), limit: 1 })
  const [row] = seen ? await findPublications(req, where, { limit: 1 }) : []
  if (!row) throw new Refused(404, speak(req.i18n)('noPublication'))
  return row
}

const isThere = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'public')).then(
    () => true,
    () => false,
  )
