'use client'

import { useModal } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Props = { children: ReactNode; href: string; id: string; isChoice: boolean }

/** The way to a version; where one is chosen to compare with, the comparison with it. */
export const VersionLink = ({ children, href, id, isChoice }: Props) => {
  const pathname = usePathname()
  const { closeAllModals } = useModal()
  if (!isChoice) return <Link href={href}>{children}</Link>
  return (
    <Link href={`${pathname}?versionFrom=${id}`} onClick={() => closeAllModals()}>
      {children}
    </Link>
  )
}
