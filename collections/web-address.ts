import { LinkFeature } from '@payloadcms/richtext-lexical'
import type { Field, FieldHook, TextFieldSingleValidation } from 'payload'

import {
  completeAddress,
  ENTER_WEB_ADDRESS,
  isLinkTarget,
  isWebAddress,
} from '../site/web-address.ts'

/** Completes what somebody typed, see {@link completeAddress}. */
export const complete: FieldHook = ({ value }: { value?: unknown }) => completeAddress(value)

/** Only a web address may become a link on the public site; never `javascript:` or the like. */
export const webAddress: TextFieldSingleValidation = (value, { required }) => {
  if (!value) return required ? 'Enter a web address' : true
  return isWebAddress(completeAddress(value) as string) || ENTER_WEB_ADDRESS
}

/** Says where a link may lead, after an address that leads nowhere. */
export const LINK_TARGET_HELP = `${ENTER_WEB_ADDRESS}, a page of this site, like /how-we-match/, or an email address, like mailto:name@example.org`

/** Where a link in rich text may lead. */
export const linkTarget: TextFieldSingleValidation = (value) =>
  isLinkTarget(completeAddress(value ?? '') as string) || LINK_TARGET_HELP

/**
 * Links in rich text, by the same rule: to a page, which is found whatever its address becomes, or to an address.
 * Payload's own field would keep an address that is none, with its marks encoded.
 */
export const linkFeature = () =>
  LinkFeature({
    enabledCollections: ['pages'],
    fields: ({ defaultFields }) =>
      defaultFields.map((field) =>
        'name' in field && field.name === 'url'
          ? ({ ...field, hooks: { beforeValidate: [complete] }, validate: linkTarget } as Field)
          : field,
      ),
  })
