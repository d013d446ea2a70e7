/** Name of the open tab in the page's address, so that a reload and a link find it. */
export const TAB_PARAMETER = 'show'
