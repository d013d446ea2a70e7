import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
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
  turbopack: { root: import.meta.dirname },
}

export default withPayload(config, { devBundleServerPackages: false })
