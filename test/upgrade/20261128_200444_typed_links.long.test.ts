import { walk } from './walk.ts'

walk('20261128_200444_typed_links')
