import { walk } from './walk.ts'

walk('20261128_213353_texts_by_record')
