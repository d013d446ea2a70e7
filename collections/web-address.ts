import type { TextFieldSingleValidation } from 'payload'

/** Only a web address may become a link on the public site; never `javascript:` or the like. */
export const webAddress: TextFieldSingleValidation = (value, { required }) => {
  if (!value) return required ? 'Enter a web address' : true
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url && /^https?:$/.test(url.protocol)
    ? true
    : 'Enter a full web address, like https://example.org/page'
}
