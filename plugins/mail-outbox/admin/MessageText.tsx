import type { UIFieldServerComponent } from 'payload'

import type { Mail } from '../../../payload-types.ts'
import { readableMail } from '../compose.ts'
import './preview.css'

/** What an email said; what it will say, while it waits. Links that open something are left out. */
export const MessageText: UIFieldServerComponent = async ({ data, req }) => {
  const { id, text } = (data ?? {}) as Partial<Mail>
  if (!id) return null
  return (
    <div className="mail-text">
      <p className="mail-preview__note">
        {text
          ? 'What was sent. Links to personal pages are left out.'
          : 'As it reads now. It has not been sent, and its words can still change.'}
      </p>
      <pre>{text ?? (await readableText(id, req))}</pre>
    </div>
  )
}

const readableText = async (
  id: string,
  req: Parameters<typeof readableMail>[1],
): Promise<string> => {
  // Read first as the one who looks: what comes after that is read by the code itself.
  const asked = { collection: 'mails', id, depth: 0, disableErrors: true, req } as const
  if (!(await req.payload.findByID({ ...asked, overrideAccess: false }))) return ''
  const mail = await req.payload.findByID({
    ...asked,
    showHiddenFields: true,
    overrideAccess: true,
  })
  return mail ? (await readableMail(mail, req)).text : ''
}
