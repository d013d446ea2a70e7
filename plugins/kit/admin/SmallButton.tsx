'use client'

import { Button } from '@payloadcms/ui'
import type { ComponentProps } from 'react'

/** Payload's button as it stands in rows and lists: small, and quiet unless it says otherwise. */
export const SmallButton = (props: ComponentProps<typeof Button>) => (
  <Button buttonStyle="secondary" margin={false} size="small" {...props} />
)
