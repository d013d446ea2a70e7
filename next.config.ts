import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by `npm run typecheck`, tests and all.
  typescript: { ignoreBuildErrors: true },
  // One copy of these packages in the process: bundled copies of `payload` lose the field
  // messages of REST errors, and Eleventy and Nunjucks load files by path.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/email-nodemailer',
    'nodemailer',
    'nunjucks',
    'markdown-it',
    'world-countries',
  ],
  // The mailed link leads to a page of the site's; its logic is an endpoint of the sign-up plugin.
  rewrites: async () => [{ source: '/sign-up/confirm', destination: '/api/sign-up/confirm' }],
  skipTrailingSlashRedirect: true,
  turbopack: { root: import.meta.dirname },
}

export default withPayload(config, { devBundleServerPackages: false })
