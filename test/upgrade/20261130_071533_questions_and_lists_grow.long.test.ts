import { walk } from './walk.ts'

walk('20261130_071533_questions_and_lists_grow')
