import { type PayloadRequest, ValidationError } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import type { Answers } from './answers.ts'
import { mayMail } from './limits.ts'
import { hashToken, makeNonce, makeToken } from './token.ts'
import type { ResolvedForm, SignUpOptions } from './types.ts'

/** How long a confirmation link works. */
export const LINK_DAYS = 7

const DAY = 24 * 60 * 60 * 1000

type Person = { id: string; name: string; email: string; status: string }

/** States in which a sign-up may still be replaced by a newer one from the same address. */
const REPLACEABLE = ['unconfirmed', 'withdrawn']

/**
 * Keeps a sign-up: a new unconfirmed record and its confirmation mail, written together. A second
 * sign-up from one address replaces the first while it is unconfirmed; after that it changes nothing
 * and only the owner of the address is told. The caller can't tell these cases apart.
 */
export const recordSignUp = async (
  req: PayloadRequest,
  form: ResolvedForm,
  answers: Answers,
  options: SignUpOptions,
): Promise<void> => {
  const email = String(answers.email)
  const wording = await options.consentWording(form.kind, req)
  const mailAllowed = await mayMail(email)

  const record = () =>
    inTransaction(req, async () => {
      const earlier = await findByEmail(req, form, email)
      if (earlier && !REPLACEABLE.includes(earlier.status)) {
        if (mailAllowed) {
          await options.mails.alreadySignedUp({ req, kind: form.kind, person: earlier })
        }
        return
      }
      const nonce = makeNonce()
      const person = await write(req, form, earlier?.id, {
        ...blankAnswers(form),
        ...answers,
        status: 'unconfirmed',
        consent: { wording, givenAt: new Date().toISOString() },
      })
      const about = `${form.collection}:${person.id}`
      await req.payload.update({
        collection: form.collection,
        id: person.id,
        data: {
          confirmationHash: hashToken(makeToken(req.payload.config.secret, about, nonce)),
          confirmationExpiresAt: new Date(Date.now() + LINK_DAYS * DAY).toISOString(),
        },
        overrideAccess: true,
        req,
      })
      if (mailAllowed) await options.mails.confirm({ req, kind: form.kind, person, about, nonce })
    })

  try {
    await record()
  } catch (error) {
    // Two posts of one address at once: the second finds the first's record now.
    if (!isTakenEmail(error)) throw error
    await record()
  }
}

const findByEmail = async (
  req: PayloadRequest,
  form: ResolvedForm,
  email: string,
): Promise<Person | undefined> => {
  const { docs } = await req.payload.find({
    collection: form.collection,
    where: { email: { equals: email } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] as Person | undefined
}

const write = async (
  req: PayloadRequest,
  form: ResolvedForm,
  id: string | undefined,
  data: Record<string, unknown>,
): Promise<Person> => {
  const { collection } = form
  const common = { collection, data: data as never, depth: 0, overrideAccess: true, req } as const
  const person = id
    ? await req.payload.update({ ...common, id })
    : await req.payload.create({ ...common })
  return person as unknown as Person
}

/** A replaced sign-up keeps no answer of the one before. */
const blankAnswers = (form: ResolvedForm): Record<string, null> =>
  Object.fromEntries(
    form.schema.sections
      .flatMap((section) => section.fields)
      .filter((field) => field.type !== 'consent' && !field.required)
      .map((field) => [field.name, null]),
  )

const isTakenEmail = (error: unknown): boolean =>
  error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'email')
