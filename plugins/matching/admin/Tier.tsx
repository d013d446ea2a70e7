'use client'

import { Pill } from '@payloadcms/ui'
import type { ComponentProps } from 'react'

import { useSay } from './use-say.ts'

const STYLES: ComponentProps<typeof Pill>['pillStyle'][] = ['success', 'light']

/** The tiers from the highest down. */
export type Tiers = { name: string; label: string }[]

type Props = { label: string; tier: string; tiers: Tiers }

/** The tier of a pair; the higher it stands, the more it stands out. The words say it too. */
export const Tier = ({ label, tier, tiers }: Props) => (
  <Pill
    pillStyle={STYLES[tiers.findIndex(({ name }) => name === tier)] ?? 'light-gray'}
    size="small"
  >
    {label}
  </Pill>
)

type Sentences = { differences: string[]; reasons: string[] }

/** What two people share and where they differ, in words. */
export const Reasons = ({ differences, reasons }: Sentences) => (
  <div className="matching__reasons">
    <Shared reasons={reasons} />
    <Differences differences={differences} />
  </div>
)

/** What two people share. */
export const Shared = ({ reasons }: Pick<Sentences, 'reasons'>) => {
  const say = useSay()
  return reasons.length > 0 ? (
    <ul aria-label={say('shared')} className="matching__shared">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  ) : (
    <p>{say('shareNothing')}</p>
  )
}

/** Where two people differ; nothing when there is nothing worth saying. */
export const Differences = ({ differences }: Pick<Sentences, 'differences'>) => {
  const say = useSay()
  return differences.length > 0 ? (
    <ul aria-label={say('different')} className="matching__differences">
      {differences.map((difference) => (
        <li key={difference}>{difference}</li>
      ))}
    </ul>
  ) : null
}
