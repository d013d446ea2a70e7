import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState'
import type { ServerFunction } from 'payload'

import { planFromAdmin } from '../../programme/content/plan.ts'

/**
 * Without Payload's own look whether a record has moved on: it comes with the first key only, and leaves no other way
 * than to load the record again without what was typed. A save is what is refused, with the words still there.
 */
const formState: ServerFunction = (args) =>
  buildFormStateHandler({
    // Payload's type of it has the arguments that the admin sends.
    ...(args as Parameters<typeof buildFormStateHandler>[0]),
    checkForStaleData: false,
  })

/** What the admin's pages call at the server, where it is not Payload's own. */
export const SERVER_FUNCTIONS: Record<string, ServerFunction> = {
  'form-state': formState,
  'schedule-publish': planFromAdmin,
}
