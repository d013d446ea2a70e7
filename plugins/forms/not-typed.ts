import type { Where } from 'payload'

/** Choices that all editors may see: not those that somebody has typed, whose names may say who they are. */
export const NOT_TYPED: Where = { isTyped: { not_equals: true } }
