// Limits that requests are held to and that pages tell people beforehand.

/** Characters of a message; a desk has no time to read more between two calls. */
export const longestMessage = 500;
