'use client'

import { useSelection } from '@payloadcms/ui'
import type { ReactNode } from 'react'

/** Shown above a list while something in it is selected. */
export const WhenSelected = ({ children }: { children: ReactNode }) => {
  const { count } = useSelection()
  return count ? children : null
}
