import Link from 'next/link'
import type { ServerProps } from 'payload'

import { speak } from '../languages/index.ts'
import { optionsOf } from '../options.ts'

/** The way to the workspace, at the top of the admin's menu. */
export const MatchingNavLink = ({ i18n, payload, user }: ServerProps) => {
  const options = optionsOf(payload.config)
  if (options.hidden({ user })) return null
  return (
    <Link className="nav__link" href={`${payload.config.routes.admin}/matching`} prefetch={false}>
      <span className="nav__link-label">{speak(i18n)('workspace')}</span>
    </Link>
  )
}
