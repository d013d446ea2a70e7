import { Banner } from '@payloadcms/ui'

import { lookAtDisk } from '../programme/health/disk.ts'

/** Says so before the disk is full, while nothing has been lost yet. */
export const DiskWarning = async () => {
  const { freeBytes, isAlmostFull, isLow } = await lookAtDisk()
  if (!isLow) return null
  return (
    <Banner type="error">
      The server’s disk is {isAlmostFull ? 'almost full' : 'filling up'}:{' '}
      {Math.floor(freeBytes / 1e6).toLocaleString('en-GB')} MB are left. When it is full, nothing
      can be saved any more: no sign-up, no match, no page. Tell whoever runs the server.
    </Banner>
  )
}
