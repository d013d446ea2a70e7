import type { ChangeOfData } from './types.ts'

const YEAR = 365 * 24 * 60 * 60 * 1000

/**
 * Whose a link is stood in one text, `mentors:ID`, and the link that confirms on the record itself.
 * Now both are rows of `personal-links` with the person as a relationship. A link that has confirmed
 * goes on to say where its owner stands, for a year.
 *
 * A token was made of purpose, owner and nonce; now of purpose and nonce. With the owner as a part of
 * the nonce, messages that have not been sent make the token whose hash is on record.
 */
export const typedLinks: ChangeOfData = async ({ database, session }) => {
  const links = database.collection('personal-links')
  for (const [role, name] of [
    ['mentor', 'mentors'],
    ['mentee', 'mentees'],
  ] as const) {
    const people = database.collection<Person>(name)
    for (const { _id, confirmationExpiresAt, confirmationHash, confirmedAt } of await people
      .find({}, { session })
      .toArray()) {
      await links.updateMany(
        { about: `${name}:${String(_id)}` },
        { $set: { [role]: _id }, $unset: { about: '' } },
        { session },
      )
      if (!confirmationHash || !confirmationExpiresAt) continue
      const now = new Date()
      await links.insertOne(
        {
          hash: confirmationHash,
          [role]: _id,
          purpose: 'confirm',
          expiresAt: confirmedAt ? new Date(confirmedAt.getTime() + YEAR) : confirmationExpiresAt,
          ...(confirmedAt && { usedAt: confirmedAt }),
          createdAt: now,
          updatedAt: now,
        },
        { session },
      )
    }
    await people.updateMany(
      {},
      { $unset: { confirmationHash: '', confirmationExpiresAt: '' } },
      { session },
    )
  }
  // Of people who are no longer on record.
  await links.deleteMany({ about: { $exists: true } }, { session })

  const mails = database.collection('mails')
  for (const mail of await mails.find({ links: { $type: 'object' } }, { session }).toArray()) {
    const withOwner = Object.entries(mail.links as Record<string, Link>).map(
      ([placeholder, link]) => [
        placeholder,
        { purpose: link.purpose, nonce: link.about ? `${link.about}:${link.nonce}` : link.nonce },
      ],
    )
    await mails.updateOne(
      { _id: mail._id },
      { $set: { links: Object.fromEntries(withOwner) } },
      { session },
    )
  }
}

type Person = {
  confirmationExpiresAt?: Date
  confirmationHash?: string
  confirmedAt?: Date
}

type Link = { purpose: string; about?: string; nonce: string }
