/** The part of Eleventy that is used here; it brings no types of its own. */
declare module '@11ty/eleventy' {
  import type { Environment } from 'nunjucks'

  /** A page as Eleventy's collections hold it. */
  export type Page = { url: string | false; data: Record<string, unknown> }

  export type EleventyConfig = {
    setLibrary(extension: 'njk', environment: Environment): void
    setQuietMode(isQuiet: boolean): void
    setUseGitIgnore(isUsed: boolean): void
    addCollection(name: string, select: (all: { getAll(): Page[] }) => Page[]): void
    addDataExtension(
      extension: string,
      options: { read: false; parser: (file: string) => Promise<unknown> },
    ): void
    addPassthroughCopy(paths: Record<string, string>): void
    addGlobalData(name: string, data: unknown): void
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        configPath: string
        quietMode: boolean
        source: 'script'
        config: (config: EleventyConfig) => void
      },
    )
    write(): Promise<unknown>
  }
}
