'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'

import { type Say, speak, wordsIn } from '../languages/index.ts'
import type { Labels, Words } from '../types.ts'

/** What says the plugin's texts in the language of whoever looks. */
export const useSay = (): Say => speak(useTranslation().i18n)

/** What people are called, where no page of the server has said so. */
export const useWords = (slugs: { mentees: string; mentors: string }): Words => {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const labelsOf = (slug: string): Labels =>
    getEntityConfig({ collectionSlug: slug })?.labels ?? { singular: slug, plural: slug }
  return wordsIn({ mentees: labelsOf(slugs.mentees), mentors: labelsOf(slugs.mentors) }, i18n)
}
