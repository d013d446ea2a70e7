import { Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'

type Props = {
  title: string
  children: ReactNode
  action?: { href: string; label: string; isMain?: boolean }
}

/** One thing to know on the first page, and where to act on it. */
export const StartCard = ({ action, children, title }: Props) => (
  <section className="start__card">
    <h3>{title}</h3>
    <div className="start__card-body">{children}</div>
    {action && (
      <div>
        <Button
          buttonStyle={action.isMain ? 'primary' : 'secondary'}
          el="link"
          margin={false}
          to={action.href}
        >
          {action.label}
        </Button>
      </div>
    )}
  </section>
)
