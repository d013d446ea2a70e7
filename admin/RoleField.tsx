'use client'

import { SelectField, useAuth } from '@payloadcms/ui'
import type { SelectFieldClientComponent } from 'payload'

/**
 * The role of a member of staff. Whoever makes the first account becomes administrator, so there is
 * nothing to choose while nobody is logged in. (A `condition` would let the column be empty.)
 */
export const RoleField: SelectFieldClientComponent = (props) =>
  useAuth().user ? <SelectField {...props} /> : null
