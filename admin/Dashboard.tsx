import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'

import { isComms, isCoordinator } from '../collections/access.ts'
import { CommsPanel } from './CommsPanel.tsx'
import { CoordinatorPanel } from './CoordinatorPanel.tsx'
import { DiskWarning } from './DiskWarning.tsx'
import './dashboard.css'

/** The admin's first page: what each role needs now, and the way to it. */
export const Dashboard = ({ initPageResult: { req } }: AdminViewServerProps) => {
  const name = req.user?.collection === 'users' ? req.user.name : ''
  return (
    <Gutter className="start">
      <h1>{name ? `Hello ${name}` : 'Hello'}</h1>
      <DiskWarning />
      {isCoordinator({ req }) && <CoordinatorPanel req={req} />}
      {isComms({ req }) && <CommsPanel req={req} />}
    </Gutter>
  )
}
