import type { DefaultServerCellComponentProps } from 'payload'

/** A checkbox in a list, in words. */
export const YesNoCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{cellData === true ? 'Yes' : 'No'}</span>
)
