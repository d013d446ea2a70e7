import { walk } from './walk.ts'

walk('20261123_031234_after_the_match')
