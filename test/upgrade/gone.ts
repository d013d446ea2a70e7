/** Tables of older versions that are gone, and where what they held is now. */
export const GONE_TABLES: Record<string, string> = {
  mail_wording: 'mail_words and _mail_words_v, a row for each message',
  matches_texts: 'matches.reasons and matches.differences',
  mentees_languages: 'mentees_texts',
  mentees_topics: 'mentees_texts',
  mentors_languages: 'mentors_texts',
  mentors_topics: 'mentors_texts',
  payload_jobs: 'messages are sent from their rows, so the jobs that sent them are gone',
  payload_jobs_log: 'as above',
  payload_jobs_stats: 'no job has a schedule',
}

/** Collections that no form opens: nobody has one of their records open, so no note says so. */
const NEVER_OPEN = [
  'agreements',
  'known_devices',
  'limits',
  'mailed_codes',
  'mails',
  'match_steps',
  'matches',
  'matching_runs',
  'meetings',
  'personal_links',
  'publications',
  'surveys',
  'training_places',
  'visits',
]

/** Criteria that had a column each. */
const CRITERIA = [
  ...['arrival', 'languages', 'meeting', 'pathway', 'site', 'specialty', 'topics'].map(
    (name) => `points_${name}`,
  ),
  'rules_gender_preference_of_mentee',
  'rules_gender_preference_of_mentor',
]

/** What a sign-up page said was among the words of the other pages. */
const SIGN_UP_WORDS = ['mentor', 'mentee'].flatMap((kind) =>
  ['title', 'intro', 'consent'].map((name) => `${kind}_sign_up_${name}`),
)

/** Columns of older versions that are gone or mean something else, and where what they held is now. */
export const GONE_COLUMNS: Record<string, string> = {
  ...Object.fromEntries(
    NEVER_OPEN.map((name) => [
      `payload_locked_documents_rels.${name}_id`,
      'notes about records that no form opens go',
    ]),
  ),
  ...Object.fromEntries(
    CRITERIA.map((name) => [`matching_settings.${name}`, 'matching_settings.points and rules']),
  ),
  ...Object.fromEntries(
    SIGN_UP_WORDS.flatMap((name) => [
      [`site_wording.${name}`, 'sign_up_forms'],
      [
        `_site_wording_v.version_${name}`,
        'the newest in sign_up_forms; older ones with those who agreed to them',
      ],
    ]),
  ),
  'mails.html': 'made when it is sent',
  'mails.text': 'of a message that has not gone: mails.values and mails.words',
  'match_steps.detail':
    'of a reminder: match_steps.message and match_steps.to; else agreements and meetings',
  'agreements.written_by': 'match_steps.by',
  'meetings.noted_by': 'match_steps.by',
  'matching_runs.is_certified': 'a run whose result is not proved is not kept',
  'mails.secret_link': 'one of mails.links',
  'mails.links': 'the owner of a link is a part of its nonce',
  'mentees.confirmation_hash': 'personal_links of the purpose "confirm"',
  'mentees.confirmation_expires_at': 'personal_links of the purpose "confirm"',
  'mentors.confirmation_hash': 'personal_links of the purpose "confirm"',
  'mentors.confirmation_expires_at': 'personal_links of the purpose "confirm"',
  'payload_migrations.name': 'names that were given up become those of their successors',
  'payload_migrations.updated_at': 'as above',
  'users.lock_until': 'nobody can lock an account: see collections/log-in-rules.ts',
  'users.login_attempts': 'limits',
  'personal_links.about': 'personal_links.mentor_id and mentee_id',
  'personal_links.used_at': 'was never read; means something else now',
}

/** Collections of MongoDB, and globals there, that are gone, and where what they held is now. */
export const GONE_DOCUMENTS: Record<string, string> = {
  'payload-jobs-stats': 'no job has a schedule',
  'mail-wording': 'mail-words, a document for each message',
  'payload-jobs': 'messages are sent from their rows, so the jobs that sent them are gone',
}

/** The same of fields of documents. */
export const GONE_FIELDS: Record<string, string> = {
  'globals.mentorSignUp': 'sign-up-forms',
  'globals.menteeSignUp': 'sign-up-forms',
  '_site-wording_versions.version': 'the same without what the sign-up pages said',
  'mails.html': 'made when it is sent',
  'mails.text': 'of a message that has not gone: mails.values and mails.words',
  'mails.links': 'the owner of a link is a part of its nonce',
  'mentees.confirmationHash': 'personal-links of the purpose "confirm"',
  'mentees.confirmationExpiresAt': 'personal-links of the purpose "confirm"',
  'mentors.confirmationHash': 'personal-links of the purpose "confirm"',
  'mentors.confirmationExpiresAt': 'personal-links of the purpose "confirm"',
  'personal-links.about': 'personal-links.mentor and mentee',
  'agreements.writtenBy': 'match-steps.by',
  'match-steps.detail': 'agreements and meetings',
  'matching-runs.isCertified': 'a run whose result is not proved is not kept',
  'meetings.notedBy': 'match-steps.by',
}
