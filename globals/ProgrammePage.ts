import type { Field, GlobalConfig } from 'payload'

import { nobody } from '../collections/access.ts'
import { webAddress } from '../collections/web-address.ts'

/** A numbered promise of the mentoring agreement. */
const promises = (name: string, label: string): Field => ({
  name,
  type: 'array',
  label,
  labels: { singular: 'Point', plural: 'Points' },
  minRows: 1,
  maxRows: 12,
  admin: { components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' } },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 80 },
    { name: 'text', type: 'textarea', required: true, maxLength: 400 },
  ],
})

/**
 * Where the programme page was before pages were made of parts. Nobody reads or writes it: `starter.ts` makes pages of
 * it once, and it stays for one release, so that what was written can still be found.
 */
export const ProgrammePage: GlobalConfig = {
  slug: 'programme-page',
  label: 'Programme page',
  access: { read: nobody, update: nobody, readVersions: nobody },
  versions: { drafts: true, max: 50 },
  admin: {
    group: 'Public site',
    hideAPIURL: true,
    hidden: true,
    description: 'Save as a draft while you work. Publish to change the public site.',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Top of the page',
          fields: [
            {
              name: 'programmeName',
              type: 'text',
              label: 'Name of the programme',
              required: true,
              maxLength: 80,
            },
            {
              name: 'trustName',
              type: 'text',
              label: 'Name of the trust',
              required: true,
              maxLength: 80,
            },
            {
              name: 'hero',
              type: 'group',
              label: 'Opening',
              fields: [
                { name: 'title', type: 'text', required: true, maxLength: 120 },
                {
                  name: 'lead',
                  type: 'textarea',
                  label: 'Opening words',
                  required: true,
                  maxLength: 400,
                },
                { name: 'image', type: 'upload', label: 'Picture', relationTo: 'media' },
              ],
            },
            { name: 'why', type: 'richText', label: 'Why the programme exists', required: true },
            {
              name: 'facts',
              type: 'array',
              label: 'Facts in figures',
              labels: { singular: 'Fact', plural: 'Facts' },
              maxRows: 6,
              fields: [
                { name: 'figure', type: 'text', required: true, maxLength: 20 },
                {
                  name: 'text',
                  type: 'text',
                  label: 'What it counts',
                  required: true,
                  maxLength: 200,
                },
                { name: 'source', type: 'text', label: 'Source and date', maxLength: 120 },
              ],
            },
          ],
        },
        {
          label: 'Pathways and offer',
          fields: [
            {
              name: 'pathways',
              type: 'array',
              label: 'Routes into the trust',
              labels: { singular: 'Pathway', plural: 'Pathways' },
              maxRows: 10,
              fields: [
                { name: 'name', type: 'text', required: true, maxLength: 80 },
                { name: 'description', type: 'textarea', required: true, maxLength: 400 },
              ],
            },
            { name: 'offer', type: 'richText', label: 'What the programme offers', required: true },
          ],
        },
        {
          label: 'Agreements',
          fields: [
            promises('mentorAgreement', 'What mentors agree to'),
            promises('menteeAgreement', 'What mentees agree to'),
          ],
        },
        {
          label: 'Around the match',
          fields: [
            {
              name: 'community',
              type: 'group',
              label: 'Community group',
              fields: [
                { name: 'title', type: 'text', required: true, maxLength: 120 },
                { name: 'body', type: 'richText', required: true },
                {
                  name: 'url',
                  type: 'text',
                  label: 'Web address of the group',
                  validate: webAddress,
                },
              ],
            },
            {
              name: 'training',
              type: 'group',
              fields: [
                { name: 'title', type: 'text', required: true, maxLength: 120 },
                { name: 'body', type: 'richText', required: true },
              ],
            },
            {
              name: 'contact',
              type: 'group',
              fields: [
                {
                  name: 'team',
                  type: 'text',
                  label: 'Name of the team',
                  required: true,
                  maxLength: 80,
                },
                { name: 'email', type: 'email', required: true },
                { name: 'phone', type: 'text', maxLength: 30 },
                { name: 'body', type: 'richText', label: 'When to get in touch', required: true },
              ],
            },
          ],
        },
      ],
    },
  ],
}
