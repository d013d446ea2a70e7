import type { CollectionConfig } from 'payload'

import { newAddressEndpoints } from './new-address.ts'
import { lookForHash, newPasswordEndpoint } from './new-password.ts'
import {
  askForCurrentPassword,
  confirmNewAddress,
  endSessions,
  logOutWhenDeactivated,
} from './own-account.ts'

/** What the programme adds to accounts of staff: a new password and a new address by mailed links. */
export const withAccountRules = ({
  endpoints,
  hooks,
  ...collection
}: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...hooks,
    beforeOperation: [...(hooks?.beforeOperation ?? []), lookForHash, askForCurrentPassword],
    beforeChange: [...(hooks?.beforeChange ?? []), confirmNewAddress, logOutWhenDeactivated],
    afterRead: [...(hooks?.afterRead ?? []), endSessions],
  },
  endpoints: [...(endpoints || []), newPasswordEndpoint, ...newAddressEndpoints],
})
