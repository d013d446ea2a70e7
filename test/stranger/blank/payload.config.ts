import { withWriteLock } from '@mentoring/kit/write-lock'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { ar } from 'payload/i18n/ar'
import { en } from 'payload/i18n/en'

const url = process.env.DATABASE_URL ?? ''

/** The database by its address, each as the README of the plugin says. */
const database = () => {
  if (url.startsWith('mongodb'))
    return mongooseAdapter({ url, transactionOptions: {}, ensureIndexes: true })
  if (url.startsWith('postgres')) {
    const isStrict = process.env.ISOLATION === 'serializable'
    return postgresAdapter({
      pool: { connectionString: url },
      migrationDir: 'migrations-postgres',
      ...(isStrict && { transactionOptions: { isolationLevel: 'serializable' } }),
    })
  }
  return withWriteLock(
    sqliteAdapter({ client: { url }, transactionOptions: {}, migrationDir: 'migrations-sqlite' }),
  )
}

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  telemetry: false,
  db: database(),
  editor: lexicalEditor(),
  // Payload would ask another host for pictures of those who log in.
  admin: { user: 'users', avatar: 'default' },
  i18n: { supportedLanguages: { ar, en } },
  collections: [
    { slug: 'users', auth: true, fields: [] },
    {
      slug: 'volunteers',
      admin: { useAsTitle: 'name' },
      access: { create: () => false },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'email', type: 'email', required: true },
      ],
    },
    {
      slug: 'notes',
      versions: { drafts: true },
      admin: { useAsTitle: 'title' },
      fields: [{ name: 'title', type: 'text', required: true }],
    },
    {
      slug: 'students',
      labels: {
        singular: { en: 'Student', ar: 'طالب' },
        plural: { en: 'Students', ar: 'طلاب' },
      },
      admin: { useAsTitle: 'name' },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'state', type: 'select', options: ['waiting', 'matched'], defaultValue: 'waiting' },
        { name: 'joined', type: 'date', required: true },
        { name: 'subjects', type: 'text', hasMany: true, required: true },
        { name: 'level', type: 'number', required: true },
        { name: 'campus', type: 'text' },
      ],
    },
    {
      slug: 'tutors',
      labels: {
        singular: { en: 'Tutor', ar: 'معلّم' },
        plural: { en: 'Tutors', ar: 'معلّمون' },
      },
      admin: { useAsTitle: 'name' },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'isActive', type: 'checkbox', defaultValue: true },
        { name: 'places', type: 'number' },
        { name: 'subjects', type: 'text', hasMany: true, required: true },
        { name: 'level', type: 'number', required: true },
        { name: 'campuses', type: 'text', hasMany: true, required: true },
      ],
    },
  ],
  endpoints: [],
  plugins: [],
})
