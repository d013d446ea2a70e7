import { walk } from './walk.ts'

walk('20261122_202703_initial')
