import { walk } from './walk.ts'

walk('20261129_022623_what_nobody_reads')
