'use client'

import { Tabs } from '@mentoring/kit/tabs'

import type { AttentionRow } from '../../programme/coordinators/load-attention.ts'
import type { Figures as Statistics } from '../../programme/coordinators/load-statistics.ts'
import { AttentionList } from './AttentionList.tsx'
import { Figures } from './Figures.tsx'

type Props = {
  /** What needs attention, for those who follow matches; others see the figures alone. */
  attention?: AttentionRow[]
  /** Address of the figures as CSV. */
  csv: string
  show?: string
  statistics: Statistics
}

/** The two sides of following matches: what to do now, and how it goes. */
export const FollowUp = ({ attention, csv, show, statistics }: Props) => (
  <Tabs
    initial={show}
    label="After the match"
    tabs={[
      ...(attention
        ? [
            {
              id: 'attention',
              label: `Needs attention (${attention.length})`,
              content: <AttentionList rows={attention} />,
            },
          ]
        : []),
      { id: 'figures', label: 'Figures', content: <Figures csv={csv} {...statistics} /> },
    ]}
  />
)
