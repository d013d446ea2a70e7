import { walk } from './walk.ts'

walk('20261129_113748_matches_by_date')
