import './desk.css'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

type Props = {
  children: ReactNode
  /** Where the page is, below the admin. */
  path: string
  title: string
  /** What Payload hands to the view. */
  view: AdminViewServerProps
}

/**
 * A page of work in Payload's frame. Payload shows a custom view to anyone: who is not logged in is sent
 * to do so first, and what each of the others may see is decided by the page itself.
 */
export const DeskPage = ({ children, path, title, view }: Props) => {
  const { locale, permissions, req, visibleEntities } = view.initPageResult
  const { i18n, payload, user } = req
  const { admin } = payload.config.routes
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${path}`)}`)
  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={view.params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={view.searchParams}
      user={user}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className="desk">{children}</Gutter>
    </DefaultTemplate>
  )
}
