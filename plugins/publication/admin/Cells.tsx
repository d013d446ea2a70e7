import { Pill } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps } from 'payload'

import { speak } from '../languages/index.ts'
import type { Cause, Change, Publication } from '../types.ts'

/** What the states look like. */
const LOOKS = {
  building: 'warning',
  live: 'success',
  kept: 'light',
  gone: 'light-gray',
  failed: 'error',
} as const

/** So many documents are named in a list. */
const NAMED = 3

/** The state of a publication. */
export const Status = ({
  children,
  status,
}: {
  children: string
  status: Publication['status']
}) => (
  <Pill pillStyle={LOOKS[status]} size="small">
    {children}
  </Pill>
)

/** In a list: how a publication went. */
export const StatusCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const status = cellData as Publication['status']
  return status in LOOKS ? <Status status={status}>{speak(i18n)(status)}</Status> : null
}

/** In a list: why the site was built. Rows of earlier versions do not say it. */
export const CauseCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => (
  <span>{cellData ? speak(i18n)(cellData as Cause) : ''}</span>
)

/** In a list: who caused it, if it was somebody. */
export const ByCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{cellData as string | null}</span>
)

/** In a list: what changed. */
export const ChangesCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const changes = (cellData ?? []) as Change[]
  const say = speak(i18n)
  const named = changes.slice(0, NAMED).map(({ title }) => title)
  const others = changes.length - named.length
  const all = [...named, ...(others > 0 ? [say('andOthers', { count: others })] : [])]
  return <span>{all.join(', ')}</span>
}

/** On the page of a publication: nothing, because it is said there in words. */
export const NoField = () => null
