import { forms } from '@mentoring/forms'
import { matching, pointsFor } from '@mentoring/matching'
import { publication } from '@mentoring/publication'

// The packed types are the plugins' own: were they lost, these would be no errors.

// @ts-expect-error -- there is no such option
export const withFolder = () => matching({ folder: './lib/matching' })

// @ts-expect-error -- a share is a number
export const share = pointsFor<{ id: string }, { id: string }>()({ share: () => 'much' })

// @ts-expect-error -- there is no such option
export const withPages = () => forms({ pages: './lib/forms' })

// @ts-expect-error -- it must be said what a site is built from
export const withoutContent = () => publication({ directory: 'site' })
