import { walk } from './walk.ts'

walk('20261128_205441_doors')
