import { walk } from './walk.ts'

walk('20261129_223924_sentences_of_matches')
