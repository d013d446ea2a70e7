/** Address of the personal page. */
export const MY_PATH = '/my/'
