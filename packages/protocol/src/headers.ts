// Headers of our own.

/** On a request: the id of the user it belongs to. Denied when somebody else is signed in by the time it comes. */
export const asUserHeader = "fieldline-user";
