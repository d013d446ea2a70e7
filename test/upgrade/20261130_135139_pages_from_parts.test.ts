import { walk } from './walk.ts'

walk('20261130_135139_pages_from_parts')
