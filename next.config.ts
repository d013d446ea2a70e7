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
    'nodemailer',
    'nunjucks',
    'markdown-it',
  ],
  // Mailed links lead to pages of the site's; their logic is endpoints of the plugins.
  rewrites: async () => [
    { source: '/sign-up/confirm', destination: '/api/sign-up/confirm' },
    { source: '/sign-up/continue', destination: '/api/sign-up/continue' },
    {
      source: '/sign-up/:kind([a-z]+)/:page',
      destination: '/api/sign-up/:kind/:page',
    },
    { source: '/preview/:path*', destination: '/api/preview/:path*' },
    { source: '/my', destination: '/api/my' },
    { source: '/my/:path*', destination: '/api/my/:path*' },
  ],
  skipTrailingSlashRedirect: true,
  turbopack: { root: import.meta.dirname },
}

export default withPayload(config, { devBundleServerPackages: false })
