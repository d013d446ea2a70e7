import { walk } from './walk.ts'

walk('20261130_022545_sign_up_drafts')
