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
    why: 'Of old versions of a page, one says that they are not the latest, the other nothing.',
    is: ({ path }, sqlite, mongodb) =>
      path.includes('/versions') &&
      sqlite.text.replaceAll('"latest":false,', '') ===
        mongodb.text.replaceAll('"latest":false,', ''),
  },
  {
    why: 'Of the answers after which a question is asked, in rows of rows, one looks for a row without any, the other for a form.',
    is: ({ path }, sqlite, mongodb) =>
      path.includes('[pages.questions.onlyIf.isOneOf][exists]=false') &&
      sqlite.status === 200 &&
      mongodb.status === 200,
  },
  {
    why: 'Who is drawn among equals, and which proposal of a run comes first, follows the order of ids.',
    is: ({ path }, sqlite, mongodb) =>
      /^\/(matching\/run|matches\?sort=createdAt)/.test(path) &&
      sqlite.status === 200 &&
      mongodb.status === 200 &&
      worth(sqlite.text) === worth(mongodb.text),
  },
]

/** How many pairs there are in each state and how good they are together, whoever is in them. */
const worth = (text: string): string => {
  const { changes, docs, ...summary } = JSON.parse(text) as {
    changes?: unknown[]
    docs?: { score?: number; status: string }[]
  }
  const pairs = docs?.map(({ status }) => status).sort()
  const score = docs?.reduce((sum, match) => sum + (match.score ?? 0), 0)
  return JSON.stringify({ changes: changes?.length, pairs, score, summary })
}

const ORDER_OF_IDS =
  /sort=-?(id|parent|day|decidedBy|image|match|mentee|mentor|run|startedBy|user)(\.id)?(,createdAt)?$/
