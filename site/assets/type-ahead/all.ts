import { typeAheadOne } from './one.ts'
import { typeAheadSeveral } from './several.ts'

/** Makes each long list of the page one that can be typed into. */
export const typeAheads = (): void => {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-type-ahead]')) {
    typeAheadOne(select)
  }
  for (const rows of document.querySelectorAll<HTMLElement>('.app-selects[data-type-ahead]')) {
    typeAheadSeveral(rows)
  }
}
