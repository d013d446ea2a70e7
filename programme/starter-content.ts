export const STARTER_PROGRAMME_PAGE = {}; export const STARTER_SITE_WORDING = {}
