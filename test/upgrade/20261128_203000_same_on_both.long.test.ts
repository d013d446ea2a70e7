import { walk } from './walk.ts'

walk('20261128_203000_same_on_both')
