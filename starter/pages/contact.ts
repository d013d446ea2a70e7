/** The central team's mailbox, as the starter content has it. */
export const EMAIL = 'img-mentoring@example.org'
