import { linksOnOwnLines, readOldKey, readOldReminder, UNSENT, withOwnWords } from './old-mails.ts'
import type { ChangeOfData } from './types.ts'

type Args = Parameters<ChangeOfData>[0]

/**
 * Whom and what a message is about stands in fields instead of its key, its words and values apart, and
 * the words of the messages are documents of their own.
 */
export const typedMessages: ChangeOfData = async (args) => {
  await changeMails(args)
  await changeSteps(args)
  await changeWords(args)
  // Messages are sent from their rows.
  await args.database
    .collection('payload-jobs')
    .deleteMany({ taskSlug: 'sendMail' }, { session: args.session })
}

const changeMails = async ({ database, session }: Args) => {
  const load = async (collection: string) => {
    const fields = { projection: { mentor: 1, mentee: 1 }, session }
    const found = await database.collection(collection).find({}, fields).toArray()
    return new Map(found.map((document) => [String(document._id), document]))
  }
  const matches = await load('matches')
  const mentors = await load('mentors')
  const mentees = await load('mentees')
  const days = await load('training-days')
  /** The documents that a key names, as far as they are still there, as references to them. */
  const aboutOf = (key: string) => {
    const { match = '', person, role, somebody = '', training = '' } = readOldKey(key)
    const found = matches.get(match)
    const of = (one: 'mentor' | 'mentee') => (person?.role === one ? person.id : somebody)
    const about: Record<string, unknown> = {
      match: found?._id,
      training: days.get(training)?._id,
      mentor: role === 'mentor' ? found?.mentor : mentors.get(of('mentor'))?._id,
      mentee: role === 'mentee' ? found?.mentee : mentees.get(of('mentee'))?._id,
    }
    return Object.fromEntries(Object.entries(about).filter(([, id]) => id))
  }

  const mails = database.collection('mails')
  const old = await mails.find({ html: { $exists: true } }, { session }).toArray()
  const changes = old.map(({ _id, createdAt, key, links, status, subject, text }) => {
    const isUnsent = UNSENT.includes(String(status))
    const unsent = isUnsent && {
      ...withOwnWords(String(subject), String(text), Object.keys((links ?? {}) as object)),
      queuedAt: createdAt as Date,
    }
    return {
      updateOne: {
        filter: { _id },
        update: {
          $set: { ...aboutOf(String(key)), ...unsent },
          $unset: { html: '', ...(isUnsent && { text: '' }) },
        },
      },
    }
  })
  if (changes.length > 0) await mails.bulkWrite(changes, { session })
}

const changeSteps = async ({ database, session }: Args) => {
  const steps = database.collection('match-steps')
  const old = await steps
    .find({ what: 'remind', message: { $exists: false } }, { session })
    .toArray()
  for (const { _id, detail } of old) {
    const reminder = readOldReminder(String(detail))
    if (!reminder) continue
    await steps.updateOne({ _id }, { $set: reminder, $unset: { detail: '' } }, { session })
  }
}

const changeWords = async ({ database, session }: Args) => {
  const globals = database.collection('globals')
  const old = await globals.findOne({ globalType: 'mail-wording' }, { session })
  if (!old) return
  const now = new Date()
  for (const [name, words] of Object.entries(old)) {
    const { body, subject } = (words ?? {}) as { body?: string; subject?: string }
    if (!body || !subject) continue
    const version = {
      name,
      subject,
      body: linksOnOwnLines(body),
      _status: 'published',
      createdAt: now,
      updatedAt: now,
    }
    const { insertedId } = await database
      .collection('mail-words')
      .insertOne({ ...version }, { session })
    await database
      .collection('_mail-words_versions')
      .insertOne(
        { parent: insertedId, version, latest: true, createdAt: now, updatedAt: now },
        { session },
      )
  }
  await globals.deleteOne({ _id: old._id }, { session })
}
