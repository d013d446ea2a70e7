import { setTimeout as sleep } from 'node:timers/promises'

import { type PayloadRequest, ValidationError } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import type { Answers } from './answers.ts'
import { mayMail } from './limits.ts'
import { hashToken, makeNonce, makeToken } from './token.ts'
import type { ResolvedForm, SignUpOptions } from './types.ts'

/** How long a confirmation link works. */
export const LINK_DAYS = 7

/** Every sign-up takes at least this long, in milliseconds, whether the address is known or not. */
const LEAST_TIME = 400

const DAY = 24 * 60 * 60 * 1000

type Person = { id: string; name: string; email: string; status: string }

/**
 * Keeps a sign-up: a new unconfirmed record and its confirmation mail, written together. A second
 * sign-up from one address replaces the first while it is unconfirmed; after that it changes nothing
 * and only the owner of the address is told. The caller can't tell these cases apart, not by the
 * time it takes either.
 *
 * @param wording what the applicant agreed to
 */
export const recordSignUp = async (
  req: PayloadRequest,
  form: ResolvedForm,
  answers: Answers,
  wording: string,
  options: SignUpOptions,
): Promise<void> => {
  const email = String(answers.email)
  const mailAllowed = await mayMail(`${form.kind} ${email}`)

  const record = () =>
    inTransaction(req, async () => {
      const earlier = await findByEmail(req, form, email)
      if (earlier && earlier.status !== 'unconfirmed') {
        if (mailAllowed) {
          await options.mails.alreadySignedUp({ req, kind: form.kind, person: earlier })
        }
        return
      }
      // Without a new mail the link that was sent last must go on working; without any there is
      // nothing to confirm.
      if (!mailAllowed && !earlier) return
      const person = await write(req, form, earlier?.id, {
        ...blankAnswers(form),
        ...answers,
        status: 'unconfirmed',
        consent: { wording, givenAt: new Date().toISOString() },
      })
      if (!mailAllowed) return
      const about = `${form.collection}:${person.id}`
      const nonce = makeNonce()
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
      await options.mails.confirm({ req, kind: form.kind, person, about, nonce })
    })

  const recordOnce = async () => {
    try {
      await record()
    } catch (error) {
      // Two posts of one address at once: the second finds the first's record now.
      if (!isTakenEmail(error)) throw error
      await record()
    }
  }
  await Promise.all([recordOnce(), sleep(LEAST_TIME)])
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
      .filter((field) => field.type !== 'consent' && (!field.required || field.showWhen))
      .map((field) => [field.name, null]),
  )

const isTakenEmail = (error: unknown): boolean =>
  error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'email')
