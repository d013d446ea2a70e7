import type { Look } from '@mentoring/outbox'
import type { Payload, PayloadRequest } from 'payload'

import { hexOf } from '../../site/_config/colours.ts'
import { absoluteUrl } from '../../site/_config/filters.ts'
import { MAIL_LOGO } from '../../site/_config/manifest.ts'
import { currentSnapshot } from '../site/current-snapshot.ts'

/** In milliseconds. Many messages go out at once, and names change once in years. */
const KEPT_FOR = 60 * 1000

const kept = new WeakMap<Payload, { look: Promise<Look>; at: number }>()

/**
 * How the messages look: with the names, colour and logo that the site has, which editors change. Asked at most once a
 * minute.
 */
export const look = (req: PayloadRequest): Promise<Look> => {
  const known = kept.get(req.payload)
  if (known && Math.abs(Date.now() - known.at) < KEPT_FOR) return known.look
  const fresh = { look: readLook(req), at: Date.now() }
  kept.set(req.payload, fresh)
  // What could not be read is tried again for the next message.
  fresh.look.catch(() => kept.delete(req.payload))
  return fresh.look
}

const readLook = async (req: PayloadRequest): Promise<Look> => {
  const { assets, site } = await currentSnapshot(req)
  const { colour, programmeName, shortName, trustName, url } = site
  const logo = assets?.[MAIL_LOGO]
  return {
    senderName: shortName,
    organisation: trustName,
    colour: hexOf(colour),
    // Of the site that is up, where mail programs can fetch it.
    ...(logo && { logoUrl: absoluteUrl(logo, url), logoAlt: trustName, isLogoOnColour: true }),
    reason: `You get this email because you have signed up to the programme “${programmeName}”.`,
  }
}
