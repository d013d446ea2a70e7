import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import '@mentoring/kit/desk.css'
import { TAB_PARAMETER } from '@mentoring/kit/tab-parameter'
import { loadAttention } from '../../programme/coordinators/load-attention.ts'
import { loadStatistics } from '../../programme/coordinators/load-statistics.ts'
import { isCoordinator, mayReadFigures } from '../../collections/access.ts'
import { FollowUp } from './FollowUp.tsx'
import './mentoring.css'

/** What follows the matches, at `/admin/mentoring`: what needs attention, and the figures. */
export const MentoringView = async ({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  const { admin, api } = payload.config.routes
  // Payload shows a custom view to anyone: who may see it is decided here.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/mentoring`)}`)
  const show = searchParams?.[TAB_PARAMETER]
  const now = new Date()
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: 'After the match' }]} />
      <Gutter className="desk">
        <h1>After the match</h1>
        {mayReadFigures({ req }) ? (
          <FollowUp
            attention={isCoordinator({ req }) ? await loadAttention(req, now) : undefined}
            csv={`${api}/mentoring/statistics.csv`}
            show={typeof show === 'string' ? show : undefined}
            statistics={await loadStatistics(req, now)}
          />
        ) : (
          <>
            <p>Only coordinators can see how matches go on.</p>
            <Link href={admin}>Back to the first page</Link>
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
