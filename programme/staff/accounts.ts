import type { CollectionConfig, UIField } from 'payload'

import { handOverPlans } from '../content/hand-over.ts'
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
  fields,
  hooks,
  ...collection
}: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...fields, planned],
  hooks: {
    ...hooks,
    beforeOperation: [...(hooks?.beforeOperation ?? []), lookForHash, askForCurrentPassword],
    beforeChange: [...(hooks?.beforeChange ?? []), confirmNewAddress, logOutWhenDeactivated],
    afterChange: [...(hooks?.afterChange ?? []), handOverPlans],
    afterRead: [...(hooks?.afterRead ?? []), endSessions],
  },
  endpoints: [...(endpoints || []), newPasswordEndpoint, ...newAddressEndpoints],
})

/** Says beside an account what is planned in its name, and who takes that over. */
const planned: UIField = {
  name: 'planned',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: './admin/content/PlannedBy.tsx#PlannedBy' },
  },
}
