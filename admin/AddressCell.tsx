import type { DefaultServerCellComponentProps } from 'payload'

/** Where a page stands on the site, as visitors see it. */
export const AddressCell = ({ cellData, rowData }: DefaultServerCellComponentProps) => {
  if (rowData.role === 'home') return '/'
  if (rowData.role === 'notFound') return 'Any that is not there'
  if (!cellData) return ''
  return rowData.parent ? `…/${String(cellData)}/` : `/${String(cellData)}/`
}
