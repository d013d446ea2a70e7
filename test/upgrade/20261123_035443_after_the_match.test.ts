import { walk } from './walk.ts'

walk('20261123_035443_after_the_match')
