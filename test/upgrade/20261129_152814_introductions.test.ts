import { walk } from './walk.ts'

walk('20261129_152814_introductions')
