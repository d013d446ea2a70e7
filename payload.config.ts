import path from 'node:path'

import { wakeRound } from '@mentoring/kit/jobs'
import { rounds } from '@mentoring/kit/rounds'
import { prepareTurns, turns } from '@mentoring/kit/take-turn'
import { matching } from '@mentoring/matching'
import { outbox } from '@mentoring/outbox'
import { publication } from '@mentoring/publication'
import {
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { buildConfig, type DatabaseAdapterObj } from 'payload'
import sharp from 'sharp'

import { hiddenUnless, isAdmin, nobody } from './collections/access.ts'
import { editable } from './collections/content/index.ts'
import { Media } from './collections/Media.ts'
import { Mentees } from './collections/Mentees.ts'
import { Mentors } from './collections/Mentors.ts'
import { FORMS } from './collections/forms.ts'
import { FURTHER_FORMS } from './collections/further-forms.ts'
import { guardFields } from './collections/guard-fields.ts'
import { keepTyped } from './collections/keep-typed.ts'
import { lockedByName } from './collections/locked-by-name.ts'
import { closePayloadsOwn } from './collections/payloads-own.ts'
import { signedUp } from './collections/people/signed-up.ts'
import { ResourceLinks } from './collections/ResourceLinks.ts'
import { Pages } from './collections/site/Pages.ts'
import { Redirects } from './collections/site/Redirects.ts'
import { SiteParts } from './collections/site/SiteParts.ts'
import { LARGEST_PICTURE, TOO_LARGE } from './collections/pictures/limits.ts'
import { preparePictures } from './collections/picture-files.ts'
import { keepUsedPictures } from './collections/used-pictures.ts'
import { Users } from './collections/Users.ts'
import { noVersionsOfPeople, versionsAreStated } from './collections/versions.ts'
import { linkFeature } from './collections/web-address.ts'
import { databaseAdapter } from './database/index.ts'
import { withPrivateFiles } from './database/private-files.ts'
import { readTexts } from './database/read-texts.ts'
import { isRecordId } from './database/record-id.ts'
import { tidyRound } from './database/tidy.ts'
import { ProgrammePage } from './globals/ProgrammePage.ts'
import { SiteWording } from './globals/SiteWording.ts'
import { writeStarterContent } from './globals/starter.ts'
import { writeStarterForms } from './globals/starter-forms.ts'
import { logger } from './logger.ts'
import { TIME_ZONE } from './programme/clock/dates.ts'
import { healthEndpoint } from './programme/health/health.ts'
import { publishOnDate } from './programme/content/publish-on-date.ts'
import { MATCHING } from './programme/matches/matching.ts'
import { OUTBOX } from './programme/messages/outbox.ts'
import { programme } from './programme/index.ts'
import { PUBLICATION } from './programme/publication.ts'
import { PREVIEWED } from './programme/site/preview/draft-content.ts'
import { readableFilters } from './plugins/filters/index.ts'
import { forms } from '@mentoring/forms'
import { allOrNone } from './plugins/rest/all-or-none.ts'
import { forgetErased } from './plugins/rest/forget-erased.ts'
import { steadyRoutes } from './plugins/rest/index.ts'
import { adminServerURL, databaseURL, dataDir, secret, trustedOrigins } from './settings.ts'

const FILTERS = {
  isId: isRecordId,
  readTexts,
  // They are about nobody.
  byFilter: [
    Pages.slug,
    SiteParts.slug,
    ResourceLinks.slug,
    Redirects.slug,
    Media.slug,
    'payload-preferences',
  ],
}

const config = buildConfig({
  secret,
  serverURL: adminServerURL,
  csrf: trustedOrigins,
  cors: trustedOrigins,
  telemetry: false,
  logger,
  graphQL: { disable: true },
  db: withPrivateFiles(databaseAdapter(databaseURL, dataDir) as DatabaseAdapterObj),
  upload: {
    limits: { fileSize: LARGEST_PICTURE },
    abortOnLimit: true,
    responseOnLimit: TOO_LARGE,
  },
  sharp: sharp,
  editor: lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      BoldFeature(),
      ItalicFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      linkFeature(),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  }),
  i18n: {
    translations: {
      en: {
        fields: { searchForBlock: 'Search the kinds of part' },
        general: {
          noResultsDescription: 'There is nothing here yet, or nothing that fits your search.',
          noResultsFound: 'Nothing found',
        },
      },
    },
  },
  admin: {
    user: Users.slug,
    avatar: 'default',
    dateFormat: 'd MMMM yyyy, HH:mm',
    timezones: { defaultTimezone: TIME_ZONE },
    meta: { titleSuffix: ' – Mentoring programme' },
    livePreview: {
      url: ({ collectionConfig, data }) =>
        data.id ? `/preview/${collectionConfig!.slug}/${data.id as string}` : undefined,
      collections: Object.keys(PREVIEWED),
      breakpoints: [
        { name: 'phone', label: 'Phone', width: 390, height: 844 },
        { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
        { name: 'laptop', label: 'Laptop', width: 1280, height: 800 },
      ],
    },
    components: {
      providers: ['./admin/content/PlanAnswers.tsx#PlanAnswers'],
      graphics: { Icon: './admin/Mark.tsx#Mark', Logo: './admin/Logo.tsx#Logo' },
      views: { dashboard: { Component: './admin/Dashboard.tsx#Dashboard' } },
    },
  },
  collections: [
    Mentors,
    Mentees,
    ...FURTHER_FORMS.map(signedUp),
    Pages,
    SiteParts,
    ResourceLinks,
    Redirects,
    Media,
    Users,
    turns,
  ],
  globals: [ProgrammePage, SiteWording],
  plugins: [
    outbox(OUTBOX),
    forms(FORMS),
    matching(MATCHING),
    programme,
    publication(PUBLICATION),
    rounds([wakeRound, tidyRound]),
    editable,
    lockedByName,
    keepTyped,
    versionsAreStated,
  ],
  jobs: {
    access: { run: nobody, queue: nobody, cancel: nobody },
    // The rounds start with the server, after what must be done before: programme/start.ts.
    shouldAutoRun: () => false,
    jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
      ...defaultJobsCollection,
      versions: false,
      access: {
        create: nobody,
        read: isAdmin,
        update: nobody,
        delete: nobody,
        unlock: nobody,
        readVersions: nobody,
      },
      admin: { ...defaultJobsCollection.admin, group: 'Settings', hidden: hiddenUnless(isAdmin) },
    }),
  },
  endpoints: [healthEndpoint],
  onInit: async (payload) => {
    await prepareTurns(payload)
    await writeStarterForms(payload)
    await writeStarterContent(payload)
  },
  // Not at each start, which costs a process of several seconds: `npm run generate` does it.
  typescript: { autoGenerate: false, outputFile: path.join(process.cwd(), 'payload-types.ts') },
})

export default config
  .then(noVersionsOfPeople)
  .then(closePayloadsOwn)
  .then(publishOnDate)
  .then(guardFields)
  .then((closed) => readableFilters(closed, FILTERS))
  .then(allOrNone)
  .then(forgetErased)
  .then(keepUsedPictures)
  .then(preparePictures)
  .then(steadyRoutes)
