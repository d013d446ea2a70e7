import { LinkFeature } from '@payloadcms/richtext-lexical'
import type { Field, TextFieldSingleValidation } from 'payload'

import { ENTER_WEB_ADDRESS, isLinkTarget, isWebAddress } from '../site/web-address.ts'

/** Only a web address may become a link on the public site; never `javascript:` or the like. */
export const webAddress: TextFieldSingleValidation = (value, { required }) => {
  if (!value) return required ? 'Enter a web address' : true
  return isWebAddress(value) || ENTER_WEB_ADDRESS
}

/** Where a link in rich text may lead. */
export const linkTarget: TextFieldSingleValidation = (value) =>
  isLinkTarget(value ?? '') ||
  `${ENTER_WEB_ADDRESS}, a page of this site, like /how-we-match/, or an email address, like mailto:name@example.org`

/**
 * Links in rich text, by the same rule. Payload's own field would keep an address that is none, with
 * its marks encoded.
 */
export const linkFeature = () =>
  LinkFeature({
    enabledCollections: [],
    fields: ({ defaultFields }) =>
      defaultFields.map((field) =>
        'name' in field && field.name === 'url'
          ? ({ ...field, hooks: {}, validate: linkTarget } as Field)
          : field,
      ),
  })
