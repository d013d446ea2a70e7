import { walk } from './walk.ts'

walk('20261130_054828_words_of_forms')
