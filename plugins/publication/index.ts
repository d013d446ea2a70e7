import { addTexts, inEachLanguage } from '@mentoring/kit/add-texts'
import { addRound } from '@mentoring/kit/rounds'
import type { Config, TaskConfig } from 'payload'

import { publicationsCollection } from './collection.ts'
import { publishEndpoints } from './endpoints.ts'
import { keepUpRound, publishRound } from './keep-up.ts'
import { TEXTS } from './languages/all.ts'
import { NAMESPACE } from './languages/index.ts'
import { publishSite } from './publish.ts'
import { type JobInput, noteSchedules, PUBLISH_SITE } from './queue.ts'
import { CAUSES, declareOptions, keepOptions, type PublicationOptions } from './types.ts'
import { watchCollection, watchGlobal } from './watch.ts'

export type { Became, Standing } from './became.ts'
export { keepUpRound, publishRound } from './keep-up.ts'
export type { PublicationTexts } from './languages/index.ts'
export { lastPublication } from './last-publication.ts'
export { liveSnapshot } from './live-snapshot.ts'
export { publishSite } from './publish.ts'
export {
  PUBLICATION_QUEUE,
  PUBLISH_SITE,
  queueFirstPublication,
  queuePublication,
} from './queue.ts'
export {
  type Change,
  declareOptions,
  type DocumentName,
  type Finding,
  type Publication,
  type PublicationOptions,
  type Publishable,
  UnpublishableContent,
} from './types.ts'

/**
 * Adds publication of a static site to a Payload project: publishing watched content queues one job that builds the
 * site in a child process, checks it and swaps it in. Each publication is kept in the collection `publications`, from
 * where an earlier one can be put back. `README.md` shows how to install it.
 */
export const publication =
  (given: PublicationOptions) =>
  (config: Config): Config => {
    const options = declareOptions(given)
    const { directory, watch } = options
    const task: TaskConfig<{ input: JobInput; output: object }> = {
      slug: PUBLISH_SITE,
      label: 'Publish the site',
      inputSchema: [
        { name: 'isForced', type: 'checkbox' },
        { name: 'cause', type: 'text' },
        { name: 'by', type: 'text' },
      ],
      handler: async ({ input: { by, cause, isForced }, req }) => {
        const wish = { by: by ?? undefined, isForced: isForced === true }
        // A job of an earlier version says no cause.
        const known = CAUSES.find((one) => one === cause) ?? 'publish'
        await publishSite(req, options, { ...wish, cause: known })
        return { output: {} }
      },
    }
    const i18n = addTexts(config, NAMESPACE, TEXTS)
    const zones = config.admin?.timezones
    const timeZone = typeof zones === 'object' ? zones.defaultTimezone : undefined
    const about = inEachLanguage(i18n, NAMESPACE, 'publicationsAbout')
    const extended = [keepUpRound(options), publishRound].reduce(addRound, {
      ...config,
      i18n,
      collections: [
        ...(config.collections ?? []).map((collection) =>
          watch.collections?.some((slug) => slug === collection.slug)
            ? watchCollection(collection, { directory, timeZone })
            : collection,
        ),
        publicationsCollection(options, { about, timeZone }),
      ],
      globals: (config.globals ?? []).map((global) =>
        watch.globals?.some((slug) => slug === global.slug)
          ? watchGlobal(global, { directory, timeZone })
          : global,
      ),
      endpoints: [...(config.endpoints ?? []), ...publishEndpoints(options)],
      jobs: { ...config.jobs, tasks: [...(config.jobs?.tasks ?? []), task] },
    })
    return {
      ...extended,
      custom: { ...extended.custom, ...keepOptions(options) },
      onInit: async (payload) => {
        noteSchedules(payload)
        await extended.onInit?.(payload)
      },
    }
  }
