import { addRound, queueRound } from '@mentoring/kit/rounds'
import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Config, GlobalConfig, PayloadRequest, TaskConfig } from 'payload'

import { keepUpRound } from './keep-up.ts'
import { PUBLICATION_QUEUE, PUBLISH_SITE, publishSite, queuePublication } from './publish.ts'
import type { PublicationOptions } from './types.ts'

export { lastPublication } from './last-publication.ts'
export { liveSnapshot } from './live-snapshot.ts'
export { queueFirstPublication } from './publish.ts'
export { type Finding, type PublicationOptions, UnpublishableContent } from './types.ts'

/**
 * Adds publication of a static site to a Payload project: publishing watched content queues one
 * job that builds the site in a child process, checks it and swaps it in. Each publication is kept
 * in the collection `publications`; `POST /api/publish` builds again by hand.
 */
export const publication =
  (options: PublicationOptions) =>
  (config: Config): Config => {
    const task: TaskConfig<{ input: { isForced?: boolean }; output: object }> = {
      slug: PUBLISH_SITE,
      label: 'Publish the site',
      inputSchema: [{ name: 'isForced', type: 'checkbox' }],
      handler: async ({ input, req }) => {
        await publishSite(req, options, input.isForced === true)
        return { output: {} }
      },
    }
    const watched = {
      collections: new Set<string>(options.watch.collections),
      globals: new Set<string>(options.watch.globals),
    }
    const extended = addRound(
      {
        ...config,
        collections: [
          ...(config.collections ?? []).map((collection) =>
            watched.collections.has(collection.slug) ? watchCollection(collection) : collection,
          ),
          publicationsCollection(options),
        ],
        globals: (config.globals ?? []).map((global) =>
          watched.globals.has(global.slug) ? watchGlobal(global) : global,
        ),
        endpoints: [
          ...(config.endpoints ?? []),
          {
            path: '/publish',
            method: 'post',
            handler: async (req) => {
              if (!options.access.publish({ req })) {
                return Response.json({ message: 'You may not publish the site.' }, { status: 403 })
              }
              await queuePublication(req, true)
              return Response.json({ message: 'The site is being built.' }, { status: 202 })
            },
          },
        ],
        jobs: {
          ...config.jobs,
          tasks: [...(config.jobs?.tasks ?? []), task],
        },
      },
      keepUpRound(options),
    )
    return addRound(extended, queueRound(PUBLICATION_QUEUE))
  }

type Doc = { _status?: string } | undefined
type Change = { doc: Doc; previousDoc?: Doc; req: PayloadRequest }

/** A draft that was never public changes nothing for visitors. */
const isOrWasPublic = (doc: Doc, previous: Doc): boolean =>
  [doc, previous].some((d) => d && (d._status === undefined || d._status === 'published'))

const queueIfPublic = async (req: PayloadRequest, doc: Doc, previous?: Doc) => {
  if (isOrWasPublic(doc, previous)) await queuePublication(req)
}

const watchCollection = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [
      ...(collection.hooks?.afterChange ?? []),
      ({ doc, previousDoc, req }: Change) => queueIfPublic(req, doc, previousDoc),
    ],
    afterDelete: [
      ...(collection.hooks?.afterDelete ?? []),
      ({ doc, req }: Change) => queueIfPublic(req, doc),
    ],
  },
})

const watchGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    afterChange: [
      ...(global.hooks?.afterChange ?? []),
      ({ doc, previousDoc, req }: Change) => queueIfPublic(req, doc, previousDoc),
    ],
  },
})

const publicationsCollection = ({ access, hidden }: PublicationOptions): CollectionConfig => ({
  slug: 'publications',
  labels: { singular: 'Publication', plural: 'Publications' },
  ...writtenByCode(access.read),
  admin: {
    group: 'Public site',
    hidden,
    useAsTitle: 'startedAt',
    defaultColumns: ['startedAt', 'status', 'pages', 'seconds'],
    description: 'When the public site was built, and what stood in the way if it was not.',
  },
  defaultSort: '-startedAt',
  fields: [
    {
      name: 'status',
      type: 'select',
      required: true,
      options: [
        { value: 'live', label: 'Live' },
        { value: 'failed', label: 'Failed' },
      ],
    },
    {
      name: 'startedAt',
      type: 'date',
      label: 'Started',
      required: true,
      index: true,
      admin: { date: { displayFormat: 'd MMMM yyyy, HH:mm:ss' } },
    },
    { name: 'seconds', type: 'number', custom: { mayBeFraction: true } },
    { name: 'pages', type: 'number' },
    { name: 'problem', type: 'textarea', admin: { condition: (data) => Boolean(data.problem) } },
    // Shown on the first page, each with the way to its record.
    { name: 'findings', type: 'json', admin: { hidden: true } },
  ],
})
