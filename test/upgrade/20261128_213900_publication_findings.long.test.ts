import { walk } from './walk.ts'

walk('20261128_213900_publication_findings')
