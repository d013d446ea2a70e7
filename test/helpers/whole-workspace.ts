import type { PayloadRequest } from 'payload'

import {
  loadWorkspace,
  type WorkspaceData,
} from '../../plugins/matching/operations/load-workspace.ts'
import { optionsFor } from '../../plugins/matching/options-for.ts'
import {
  type DraftFilter,
  type DraftPage,
  loadDraftPage,
} from '../../plugins/matching/workspace/draft-list.ts'
import { loadRecent, loadSupply } from '../../plugins/matching/workspace/other-tabs.ts'
import type { Page, PageAsked } from '../../plugins/matching/workspace/pages.ts'
import {
  loadChanges,
  type ShownChange,
  type ShownRun,
} from '../../plugins/matching/workspace/show-run.ts'
import type { ShownProposal, WaitingMentee } from '../../plugins/matching/workspace/shown.ts'
import { type Survey, surveyPool } from '../../plugins/matching/workspace/survey.ts'
import {
  type Group,
  loadGroups,
  loadWaiting,
  type WaitingFilter,
} from '../../plugins/matching/workspace/waiting-list.ts'

/** All pages of a list, as somebody comes to them who goes on to the end. */
export const readAll = async <Row>(
  read: (page: PageAsked) => Promise<Page<Row>>,
): Promise<Row[]> => {
  const rows: Row[] = []
  let page: PageAsked = {}
  for (;;) {
    const { ends, from, rows: more, total } = await read(page)
    rows.push(...more)
    if (!ends || from + more.length >= total) return rows
    page = { after: ends.last }
  }
}

/** All of the draft that a filter leaves. */
export const wholeDraft = async (
  req: PayloadRequest,
  filter: DraftFilter = {},
): Promise<ShownProposal[]> => {
  const options = await optionsFor(req)
  return readAll((page): Promise<DraftPage> => loadDraftPage(req, options, { filter, page }))
}

/** All of the waiting list that a filter leaves. */
export const wholeList = async (
  req: PayloadRequest,
  filter: WaitingFilter = {},
): Promise<WaitingMentee[]> => {
  const options = await optionsFor(req)
  return readAll((page) => loadWaiting(req, options, { filter, page }))
}

/** Everything that can be seen in the workspace, on all its tabs and pages. */
export type WholeWorkspace = Pick<WorkspaceData, 'going' | 'tiers' | 'tierWorth' | 'words'> &
  Awaited<ReturnType<typeof loadRecent>> &
  Awaited<ReturnType<typeof loadSupply>> & {
    groups: Group[]
    lastRun?: Omit<ShownRun, 'changes'> & { changes: ShownChange[] }
    proposals: ShownProposal[]
    survey: Survey
    waiting: WaitingMentee[]
  }

/** Reads everything that can be seen in the workspace. */
export const wholeWorkspace = async (req: PayloadRequest): Promise<WholeWorkspace> => {
  const options = await optionsFor(req)
  const { going, lastRun, tiers, tierWorth, words } = await loadWorkspace(req, options)
  const changes: ShownChange[] = []
  while (lastRun && changes.length < lastRun.changes) {
    const from = changes.length
    changes.push(...(await loadChanges(req, options, { run: lastRun.id, from })).changes)
  }
  return {
    going,
    words,
    tiers,
    tierWorth,
    lastRun: lastRun && { ...lastRun, changes },
    proposals: await wholeDraft(req),
    waiting: await wholeList(req),
    survey: await surveyPool(req, options),
    ...(await loadGroups(req, options)),
    ...(await loadRecent(req, options)),
    ...(await loadSupply(req, options)),
  }
}
