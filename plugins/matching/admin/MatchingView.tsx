import '@mentoring/kit/desk.css'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { speak } from '../languages/index.ts'
import { loadWorkspace } from '../operations/load-workspace.ts'
import { optionsOf } from '../options.ts'
import './matching.css'
import { TAB_PARAMETER } from '@mentoring/kit/tab-parameter'
import { Workspace } from './Workspace.tsx'

/** The coordinators' workspace at `/admin/matching`. */
export const MatchingView = async ({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  // Payload shows a custom view to anyone: who may see it is decided here.
  if (!user) {
    const { admin } = payload.config.routes
    redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/matching`)}`)
  }
  const say = speak(req.i18n)
  const options = optionsOf(payload.config)
  const show = searchParams?.[TAB_PARAMETER]
  const mayMatch = options.access({ req })
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
      <SetStepNav nav={[{ label: say('matching') }]} />
      <Gutter className="desk">
        {mayMatch ? (
          <Workspace
            {...await loadWorkspace(req, options)}
            show={typeof show === 'string' ? show : undefined}
            slugs={{ runs: options.slugs.runs, settings: options.slugs.settings }}
          />
        ) : (
          <>
            <h1>{say('matching')}</h1>
            <p>{say('onlyCoordinators')}</p>
            <Link href={payload.config.routes.admin}>{say('toFirstPage')}</Link>
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
