import { DeskPage } from '@mentoring/kit/desk-page'
import { Tabs } from '@mentoring/kit/tabs'
import Link from 'next/link'
import type { AdminViewServerProps, PayloadRequest } from 'payload'

import { loadAttention } from '../../programme/coordinators/load-attention.ts'
import { isCoordinator, mayReadFigures } from '../../collections/access.ts'
import { AttentionList } from './AttentionList.tsx'
import { Figures } from './Figures.tsx'
import './mentoring.css'

/** What follows the matches, at `/admin/mentoring`: what needs attention, and the figures. */
export const MentoringView = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  return (
    <DeskPage path="/mentoring" title="After the match" view={view}>
      <h1>After the match</h1>
      {mayReadFigures({ req }) ? (
        <Tabs label="After the match" tabs={[...(await attention(req)), figures(req)]} />
      ) : (
        <>
          <p>Only coordinators can see how matches go on.</p>
          <Link href={req.payload.config.routes.admin}>Back to the first page</Link>
        </>
      )}
    </DeskPage>
  )
}

/** For those who follow matches; others see the figures alone. */
const attention = async (req: PayloadRequest) => {
  if (!isCoordinator({ req })) return []
  const first = await loadAttention(req, new Date())
  const total = Object.values(first.counts).reduce((sum, number) => sum + number, 0)
  const label = `Needs attention (${total})`
  return [{ id: 'attention', label, content: <AttentionList first={first} /> }]
}

/** Counted when the tab is opened. */
const figures = (req: PayloadRequest) => {
  const csv = `${req.payload.config.routes.api}/mentoring/statistics.csv`
  return { id: 'figures', label: 'Figures', content: <Figures csv={csv} /> }
}
