import { walk } from './walk.ts'

walk('20261130_141554_pages_from_parts')
