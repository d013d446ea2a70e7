import { APIError, type CollectionBeforeOperationHook } from 'payload'

/**
 * An older version comes back as a draft, and nothing else: Payload's plain way makes it public at once, or takes the
 * record off the site when the version was a draft.
 *
 * @throws APIError when it is not asked for as a draft
 */
export const onlyAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'restoreVersion' || (args as { draft?: boolean }).draft) return args
  throw new APIError(
    'An older version comes back as a draft, so that nothing on the site changes unseen: use “Put back as a draft”, look at it, then publish. Programs add “?draft=true”.',
    400,
    undefined,
    true,
  )
}
