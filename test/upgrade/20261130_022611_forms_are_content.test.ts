import { walk } from './walk.ts'

walk('20261130_022611_forms_are_content')
