import { Banner } from '@payloadcms/ui'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { speak } from '../languages/index.ts'
import { findPublications } from '../rows.ts'
import { siteThatIsUp } from '../site-folder.ts'
import { optionsOf } from '../types.ts'
import { PublishAgain } from './PublishAgain.tsx'
import './publication.css'

/**
 * While an earlier publication is put back: says so, with the way on. Nothing at other times. It names nobody; who may
 * see the page that it stands on is decided there.
 */
export const HoldNotice = async ({
  i18n,
  payload,
}: {
  i18n: PayloadRequest['i18n']
  payload: Payload
}) => {
  const { directory } = optionsOf(payload.config)
  if (!siteThatIsUp(directory)?.isHeld) return null
  const req = await createLocalReq({}, payload)
  const [live] = await findPublications(req, { status: { equals: 'live' } }, { limit: 1 })
  const say = speak(i18n)
  const number = live?.putBack
  return (
    <Banner className="publication-held" type="error">
      <div>
        <strong>{say('heldHeading')}</strong>
        <p>{number ? say('heldAbout', { number }) : say('heldPlain')}</p>
      </div>
      <PublishAgain action="go-on" />
    </Banner>
  )
}
