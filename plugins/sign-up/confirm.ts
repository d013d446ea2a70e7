import type { PayloadRequest } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { secondsToWait } from './limits.ts'
import { readBody, UnreadableBody } from './read-body.ts'
import { page, seeOther } from './respond.ts'
import { hashToken, looksLikeToken } from './token.ts'
import type { ResolvedForm, SignUpOptions, SignUpPages } from './types.ts'

type Found = {
  form: ResolvedForm
  person: Record<string, unknown> & { id: string; status: string }
}

/**
 * `GET`: the page behind the mailed link. Opening it changes nothing, because mail scanners open
 * links too: it asks to confirm, or says where a confirmed person stands.
 */
export const showConfirmation = async (
  req: PayloadRequest,
  forms: Map<string, ResolvedForm>,
  options: SignUpOptions,
): Promise<Response> => {
  const pages = await options.pages(req)
  if ((await secondsToWait(req)) !== undefined) return tooManyTries(pages)
  const token = req.searchParams.get('token')
  const found = await findByToken(req, forms, token)
  if (!found) return linkDoesNotWork(pages)
  const { form, person } = found
  return page(
    person.status === 'unconfirmed'
      ? pages.confirm({ kind: form.kind, token: token! })
      : pages.standing({ kind: form.kind, ...(await form.standing(person, req)) }),
  )
}

/** `POST`: confirms, once; then shows where the person stands. */
export const confirmSignUp = async (
  req: PayloadRequest,
  forms: Map<string, ResolvedForm>,
  options: SignUpOptions,
): Promise<Response> => {
  const pages = await options.pages(req)
  if ((await secondsToWait(req)) !== undefined) return tooManyTries(pages)
  let token: unknown
  try {
    token = (await readBody(req as unknown as Request)).token
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    return linkDoesNotWork(pages)
  }
  const isFound = await inTransaction(req, async () => {
    const found = await findByToken(req, forms, token)
    if (found?.person.status === 'unconfirmed') {
      const now = new Date()
      await req.payload.update({
        collection: found.form.collection,
        id: found.person.id,
        data: { ...found.form.whenConfirmed(now), confirmedAt: now.toISOString() },
        depth: 0,
        overrideAccess: true,
        req,
      })
    }
    return found !== undefined
  })
  return isFound
    ? seeOther(`${options.confirmPath}?token=${String(token)}`)
    : linkDoesNotWork(pages)
}

const findByToken = async (
  req: PayloadRequest,
  forms: Map<string, ResolvedForm>,
  token: unknown,
): Promise<Found | undefined> => {
  if (!looksLikeToken(token)) return undefined
  for (const form of forms.values()) {
    const { docs } = await req.payload.find({
      collection: form.collection,
      where: {
        and: [
          { confirmationHash: { equals: hashToken(token) } },
          {
            or: [
              // Once it has confirmed, the link goes on to say where its owner stands.
              { confirmedAt: { exists: true } },
              { confirmationExpiresAt: { greater_than: new Date().toISOString() } },
            ],
          },
          { status: { not_equals: 'withdrawn' } },
        ],
      },
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (docs[0]) return { form, person: docs[0] as unknown as Found['person'] }
  }
  return undefined
}

const linkDoesNotWork = (pages: SignUpPages): Response =>
  page(
    pages.message({
      title: 'This link does not work',
      paragraphs: [
        'It may be more than 7 days old, or a newer email has replaced it.',
        'You can sign up again. We will send you a new link.',
      ],
      link: { href: '/sign-up/', text: 'Sign up' },
    }),
    404,
  )

const tooManyTries = (pages: SignUpPages): Response =>
  page(
    pages.message({
      title: 'Too many tries',
      paragraphs: ['Wait 10 minutes, then open the link in your email again.'],
    }),
    429,
  )
