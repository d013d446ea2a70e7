import { walk } from './walk.ts'

walk('20261123_034702_after_the_match')
