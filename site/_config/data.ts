import path from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Page } from '@11ty/eleventy'

import type { SitePage } from '../snapshot.ts'

/**
 * Reads a data file that is a TypeScript module: its default export, called if it is a function.
 *
 * @param file path from the working directory
 */
export const readModule = async (file: string): Promise<unknown> => {
  const found = (await import(pathToFileURL(path.resolve(file)).href)) as { default: unknown }
  const value = found.default
  return typeof value === 'function' ? (value as () => unknown)() : value
}

/** Whether search engines may list a page: see `unlisted` in the base layout. */
export const isListed = ({ url, data }: Page): boolean => {
  const { shown, unlisted } = data as { shown?: SitePage; unlisted?: boolean }
  const isHidden = unlisted === true || shown?.isHiddenFromSearch || shown?.role === 'notFound'
  return Boolean(url) && !isHidden
}
