import type { SecretLink } from '@mentoring/outbox'

const PURPOSE = 'admin'

/**
 * The one link of a message to staff that leads to a page of the admin. It holds no secret: the admin asks who looks.
 *
 * @param path from the root of the server, such as `/admin/collections/pages/ID`
 */
export const adminLink = (path: string) => ({ link: { purpose: PURPOSE, nonce: path } })

/** The address of such a link, as the outbox makes it at the moment of sending. */
export const adminLinkAddress = (serverURL: string) => ({
  [PURPOSE]: ({ nonce }: SecretLink) => `${serverURL}${nonce}`,
})
