import { walk } from './walk.ts'

walk('20261130_174641_sentences')
