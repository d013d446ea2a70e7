import { asAsker } from '@mentoring/kit/rights'
import type { PayloadRequest, UIFieldServerComponent } from 'payload'

import { readableMail } from '../compose.ts'
import { speak } from '../languages/index.ts'
import type { Mail } from '../types.ts'
import './preview.css'

/** What an email said; what it will say, while it waits. Links that open something are left out. */
export const MessageText: UIFieldServerComponent = async ({ data, req }) => {
  const { id, text } = (data ?? {}) as Partial<Mail>
  if (!id) return null
  return (
    <div className="mail-text">
      <p className="mail-preview__note">{speak(req.i18n)(text ? 'wasSent' : 'willBeSent')}</p>
      <pre dir="auto">{text ?? (await readableText(id, req))}</pre>
    </div>
  )
}

const readableText = async (id: string, req: PayloadRequest): Promise<string> => {
  // Read first as the one who looks: what comes after that is read by the code itself.
  const asked = { ...asAsker(req), collection: 'mails', id, disableErrors: true } as const
  const mayRead = await req.payload.findByID(asked)
  return (mayRead && (await readableMail(req, id))?.text) ?? ''
}
