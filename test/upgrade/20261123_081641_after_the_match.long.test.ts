import { walk } from './walk.ts'

walk('20261123_081641_after_the_match')
