import type { Field, GroupField, RichTextField, TextField, UIField, UploadField } from 'payload'

import { completeAddress, isLinkTarget } from '../../site/web-address.ts'
import { complete, LINK_TARGET_HELP } from '../web-address.ts'

/** The heading of a part of a page. */
export const heading = (more: Partial<TextField> = {}): Field =>
  ({ name: 'title', type: 'text', label: 'Heading', maxLength: 120, ...more }) as TextField

/** Running text with links, lists and headings of its own. */
export const body = (more: Partial<RichTextField> = {}): RichTextField => ({
  name: 'body',
  type: 'richText',
  label: 'Text',
  required: true,
  ...more,
})

/** A picture of the collection `media`. */
export const picture = (more: Partial<UploadField> = {}): UploadField =>
  ({
    name: 'image',
    type: 'upload',
    label: 'Picture',
    relationTo: 'media',
    ...more,
  }) as UploadField

/** For `admin` of a list: its rows are told apart by their words when they are closed. */
export const NAMED_ROWS = {
  components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' },
}

/** Says in a group's `custom` that it is a link: `readPart` makes one address of it. */
export const IS_LINK = 'isLink'

/**
 * Where something leads: a page of this site, which is found whatever its address becomes, or an address that is
 * typed.
 *
 * @param isRequired it must lead somewhere
 */
export const linkTo = ({
  isRequired = false,
  label = 'Where it leads',
  name = 'link',
}: { isRequired?: boolean; label?: string; name?: string } = {}): GroupField => ({
  name,
  type: 'group',
  label,
  custom: { [IS_LINK]: true },
  admin: { className: 'link-to' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'page',
          type: 'relationship',
          relationTo: 'pages',
          label: 'Page of this site',
          admin: { allowCreate: false, width: '50%' },
        },
        {
          name: 'url',
          type: 'text',
          label: 'Or an address',
          maxLength: 500,
          hooks: { beforeValidate: [complete] },
          validate: (value: unknown, { siblingData }: { siblingData: { page?: unknown } }) => {
            const text = completeAddress(value)
            if (!text)
              return !isRequired || Boolean(siblingData.page) || 'Choose a page or enter an address'
            if (siblingData.page) return 'Choose a page or enter an address, not both'
            return isLinkTarget(text as string) || LINK_TARGET_HELP
          },
          admin: {
            width: '50%',
            description: 'For example https://example.org, or /sign-up/mentor/ for a sign-up form.',
          },
        },
      ],
    },
  ],
})

/** Beside the form: a link to the draft for colleagues without an account. */
export const previewLink: UIField = {
  name: 'previewLink',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: './admin/PreviewLink.tsx#PreviewLink' },
  },
}
