import { walk } from './walk.ts'

walk('20261122_221904_matching_settings')
