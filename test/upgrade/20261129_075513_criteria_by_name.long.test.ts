import { walk } from './walk.ts'

walk('20261129_075513_criteria_by_name')
