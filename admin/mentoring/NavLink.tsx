import Link from 'next/link'
import type { ServerProps } from 'payload'

import { hiddenUnless, mayReadFigures } from '../../collections/access.ts'

/** The way to what follows the matches, in the admin's menu. */
export const MentoringNavLink = ({ payload, user }: ServerProps) => {
  if (hiddenUnless(mayReadFigures)({ user })) return null
  return (
    <Link className="nav__link" href={`${payload.config.routes.admin}/mentoring`} prefetch={false}>
      <span className="nav__link-label">After the match</span>
    </Link>
  )
}
