// Limits that requests are held to and that pages tell people beforehand.

/** Characters of a message; a desk has no time to read more between two calls. */
export const longestMessage = 500;

/** Days of a field, both ends included: two years. */
export const longestField = 731;

/** Rows of a file imported through a page: it is one transaction, which must end while somebody waits. */
export const mostImportedRows = 10_000;

/** Characters of a password that people choose for themselves. */
export const shortestPassword = 12;
/** More costs the server time and tells nobody more. */
export const longestPassword = 200;
