import { lastPublication } from '@mentoring/publication'

import { remembered } from './remembered.ts'

/** Did the last publication fail? Then the site does not show what was published. */
export const hasPublicationFailed = remembered(
  async (payload) => (await lastPublication({ payload }))?.status === 'failed',
)
