import { convertMarkdownToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import type { Payload } from 'payload'

import type { ProgrammePage, SiteWording } from '../payload-types.ts'
import { STARTER_PROGRAMME_PAGE, STARTER_SITE_WORDING } from '../starter/starter-content.ts'

/**
 * Fills the globals of a new installation with the words it starts with. A global that was ever
 * saved is left alone.
 */
export const writeStarterContent = async (payload: Payload): Promise<void> => {
  const starters = [
    { slug: 'programme-page', data: { ...STARTER_PROGRAMME_PAGE, _status: 'published' } },
    { slug: 'site-wording', data: { ...STARTER_SITE_WORDING, _status: 'published' } },
  ] as const
  for (const { slug, data } of starters) {
    const saved = await payload.db.findGlobal<{ createdAt?: string }>({ slug })
    if (saved?.createdAt) continue
    await payload.updateGlobal({
      slug,
      data: (await withRichText(payload, data)) as Partial<ProgrammePage & SiteWording>,
      overrideAccess: true,
    })
  }
}

/** Replaces each piece of Markdown by the rich text it stands for. */
export const withRichText = async (payload: Payload, data: object): Promise<unknown> => {
  const editorConfig = await editorConfigFactory.default({ config: payload.config })
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert)
    if (typeof value !== 'object' || value === null) return value
    if ('markdown' in value) {
      return convertMarkdownToLexical({ editorConfig, markdown: String(value.markdown) })
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, convert(entry)]))
  }
  return convert(data)
}
