import { walk } from './walk.ts'

walk('20261128_211109_typed_messages')
