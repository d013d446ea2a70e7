import { DeskPage } from '@mentoring/kit/desk-page'
import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'

import { speak } from '../languages/index.ts'
import { loadWorkspace } from '../operations/load-workspace.ts'
import { optionsOf } from '../options.ts'
import { optionsFor } from '../options-for.ts'
import './matching.css'
import { Workspace } from './Workspace.tsx'

/** The coordinators' workspace at `/admin/matching`. */
export const MatchingView = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const say = speak(req.i18n)
  const options = optionsOf(req.payload.config)
  return (
    <DeskPage path="/matching" title={say('matching')} view={view}>
      {req.user && options.access({ req }) ? (
        <Workspace {...await loadWorkspace(req, await optionsFor(req))} slugs={options.slugs} />
      ) : (
        <>
          <h1>{say('matching')}</h1>
          <p>{say('onlyCoordinators')}</p>
          <Link href={req.payload.config.routes.admin}>{say('toFirstPage')}</Link>
        </>
      )}
    </DeskPage>
  )
}
