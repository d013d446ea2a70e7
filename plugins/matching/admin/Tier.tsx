'use client'

import { Pill } from '@payloadcms/ui'
import type { ComponentProps } from 'react'

const STYLES: ComponentProps<typeof Pill>['pillStyle'][] = ['success', 'light']

/** The tier of a pair; the higher it stands, the more it stands out. The words say it too. */
export const Tier = ({ label, tier, tiers }: { label: string; tier: string; tiers: string[] }) => (
  <Pill pillStyle={STYLES[tiers.indexOf(tier)] ?? 'light-gray'} size="small">
    {label}
  </Pill>
)

/** What two people share and where they differ, in words. */
export const Reasons = ({ differences, reasons }: { differences: string[]; reasons: string[] }) => (
  <div className="matching__reasons">
    {reasons.length > 0 ? (
      <ul aria-label="What they share" className="matching__shared">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    ) : (
      <p>They share nothing that we ask about.</p>
    )}
    {differences.length > 0 && (
      <ul aria-label="Where they differ" className="matching__differences">
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    )}
  </div>
)
