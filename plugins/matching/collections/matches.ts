import { inSidebar } from '@mentoring/kit/in-sidebar'
import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, DateField, JSONField } from 'payload'

import { component } from '../component.ts'
import { text } from '../languages/index.ts'
import { MATCH_STATES, type DeclaredOptions } from '../types.ts'

const ofDay: DateField['admin'] = { date: { displayFormat: 'd MMMM yyyy' } }

/**
 * Mentor and mentee together: first a proposal, then, confirmed by a coordinator, a match. Rows are
 * written only by the plugin's own actions, which keep the rules.
 */
export const matchesCollection = ({
  access,
  hidden,
  inEach,
  labels,
  menteeTitle,
  mentees,
  mentors,
  slugs,
  states,
  users,
}: DeclaredOptions): CollectionConfig => ({
  slug: slugs.matches,
  labels: { singular: text('match'), plural: text('matches') },
  ...writtenByCode(access),
  admin: {
    group: inEach('matching'),
    hideAPIURL: true,
    hidden,
    useAsTitle: 'menteeName',
    defaultColumns: ['mentee', 'mentor', 'status', 'tierLabel', 'confirmedAt'],
    description: inEach('matchesAbout'),
  },
  defaultSort: '-createdAt',
  // What is counted before each decision about a person, and what is open for them.
  indexes: [{ fields: ['mentee', 'status'] }, { fields: ['mentor', 'status'] }],
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'mentee',
          type: 'relationship',
          label: labels.mentees.singular,
          relationTo: mentees.slug,
          required: true,
          index: true,
        },
        {
          name: 'mentor',
          type: 'relationship',
          label: labels.mentors.singular,
          relationTo: mentors.slug,
          required: true,
          index: true,
        },
      ],
    },
    // Only a title for the page: it is read through the relationship and not stored.
    { name: 'menteeName', type: 'text', virtual: `mentee.${menteeTitle}`, admin: { hidden: true } },
    { name: 'tierLabel', type: 'text', label: text('tier'), required: true },
    sentences('reasons', 'shared'),
    sentences('differences', 'different'),
    {
      name: 'status',
      type: 'select',
      label: text('status'),
      required: true,
      index: true,
      options: states.all.map(({ label, value }) => ({ value, label: ownState(value) ?? label })),
      admin: { position: 'sidebar' },
    },
    { name: 'tier', type: 'text', required: true, admin: { hidden: true } },
    ...inSidebar([
      { name: 'score', type: 'number', label: text('score'), required: true },
      {
        name: 'madeBy',
        type: 'select',
        label: text('madeBy'),
        required: true,
        options: [
          { value: 'run', label: text('madeByRun') },
          { value: 'coordinator', label: text('madeByCoordinator') },
        ],
      },
      { name: 'run', type: 'relationship', label: text('runOfMatch'), relationTo: slugs.runs },
      { name: 'isLocked', type: 'checkbox', label: text('isLocked'), defaultValue: false },
      {
        name: 'isAllowedAgain',
        type: 'checkbox',
        label: text('isAllowedAgain'),
        defaultValue: false,
      },
    ]),
    // See `Explanation` in store.ts; the workspace says it in words.
    { name: 'explanation', type: 'json', admin: { hidden: true } },
    ...inSidebar([
      { name: 'decidedBy', type: 'relationship', label: text('decidedBy'), relationTo: users },
      { name: 'decidedAt', type: 'date', label: text('decidedAt'), admin: ofDay },
      { name: 'confirmedAt', type: 'date', index: true, label: text('confirmedAt'), admin: ofDay },
    ]),
  ],
})

/** The plugin's own states are called by the reader's language. */
const ownState = (status: string) => {
  const own = MATCH_STATES.find(({ value }) => value === status)
  return own && text(own.value)
}

/** Sentences are read in full, one below the other; kept whole: nobody asks for one of them, and a run writes thousands. */
const sentences = (name: string, label: 'different' | 'shared'): JSONField => ({
  name,
  type: 'json',
  label: text(label),
  typescriptSchema: [() => ({ type: 'array', items: { type: 'string' } })],
  admin: { components: { Field: component('client', 'ReasonsField') } },
})
