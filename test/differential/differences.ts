import type { Request } from './requests.ts'

type Answer = { status: number; text: string }

/** What the databases answer differently and why that stays. */
export const DIFFERENCES: {
  why: string
  /** Not met in every run. */
  isByChance?: true
  is: (request: Request, sqlite: Answer, mongodb: Answer) => boolean
}[] = [
  {
    why: 'Each database makes ids of its own kind: their order means nothing.',
    is: ({ path }, sqlite, mongodb) =>
      ORDER_OF_IDS.test(path) && sqlite.status === 200 && mongodb.status === 200,
  },
  {
    why: 'Jobs are planned by the clock, so that the two do not have the same ones.',
    isByChance: true,
    is: ({ path }, sqlite, mongodb) =>
      path.startsWith('/payload-jobs') && sqlite.status === mongodb.status,
  },
  {
    why: 'Pictures are named at random: a piece of text is in the name of one and not of the other.',
    isByChance: true,
    is: ({ path }, sqlite, mongodb) =>
      /^\/media\?.*where\[[\w.]*(filename|url)\]/i.test(path) &&
      sqlite.status === 200 &&
      mongodb.status === 200,
  },
  {
    why: 'Of old versions of a page, one says that they are not the latest, the other nothing.',
    is: ({ path }, sqlite, mongodb) =>
      path.includes('/versions') &&
      sqlite.text.replaceAll('"latest":false,', '') ===
        mongodb.text.replaceAll('"latest":false,', ''),
  },
  {
    why: 'Proposals of one run are made at one moment, so that they come in the order of their ids.',
    is: ({ path }, sqlite, mongodb) =>
      /^\/(matching\/run|matches\?sort=createdAt)/.test(path) &&
      parts(sqlite.text) === parts(mongodb.text),
  },
]

const parts = (text: string): string =>
  text
    .replace(/another:\d+/g, 'another')
    .split(/[{},[\]]/)
    .sort()
    .join()

const ORDER_OF_IDS =
  /sort=-?(id|parent|day|decidedBy|image|match|mentee|mentor|run|startedBy|user)(\.id)?(,createdAt)?$/
