// A call that the respondent makes.

/** The line of such an attempt: it is no dial, and counts towards no ceiling. */
export const inbound = "inbound";
