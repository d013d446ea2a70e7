import { walk } from './walk.ts'

walk('20261128_212349_visits')
