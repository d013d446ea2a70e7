import type { ChangeOfData } from './types.ts'

/** A message had one secret link, which filled `{{link}}`; since then it has any number, each with the name it fills. */
export const linksOfMails: ChangeOfData = async ({ database, session }) => {
  const mails = database.collection<{ secretLink?: unknown }>('mails')
  const old = await mails
    .find({ secretLink: { $exists: true } }, { projection: { secretLink: 1 }, session })
    .toArray()
  for (const { _id, secretLink } of old) {
    const links = secretLink ? { $set: { links: { link: secretLink } } } : {}
    await mails.updateOne({ _id }, { ...links, $unset: { secretLink: '' } }, { session })
  }
}
