import { DeskPage } from '@mentoring/kit/desk-page'
import { Tabs } from '@mentoring/kit/tabs'
import Link from 'next/link'
import type { AdminViewServerProps, PayloadRequest } from 'payload'

import { loadAttention } from '../../programme/coordinators/load-attention.ts'
import { loadStatistics } from '../../programme/coordinators/load-statistics.ts'
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
        <Tabs label="After the match" tabs={[...(await attention(req)), await figures(req)]} />
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
  const rows = await loadAttention(req, new Date())
  const label = `Needs attention (${rows.length})`
  return [{ id: 'attention', label, content: <AttentionList rows={rows} /> }]
}

const figures = async (req: PayloadRequest) => {
  const csv = `${req.payload.config.routes.api}/mentoring/statistics.csv`
  const statistics = await loadStatistics(req, new Date())
  return { id: 'figures', label: 'Figures', content: <Figures csv={csv} {...statistics} /> }
}
