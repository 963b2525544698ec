// Problems of requests as such: shape, access, sign-in, draining.

import type { ProblemEntry } from "./problem.ts";

export const requestProblems = {
  "request.invalid": { status: 400, sentence: "The request is not of the expected form: {place}." },
  "request.notFound": { status: 404, sentence: "There is nothing at this address." },
  "request.tooLarge": { status: 413, sentence: "The request is too large." },
  "request.tooMany": { status: 429, sentence: "Too many attempts. Wait {seconds} seconds and try again." },
  "request.foreignOrigin": { status: 403, sentence: "The request came from a page of another site." },
  "server.fault": { status: 500, sentence: "Something went wrong on the server. Nothing was changed." },
  "server.draining": { status: 503, sentence: "The server is closing down. Try again in a moment." },
  "server.noDatabase": { status: 503, sentence: "The database cannot be reached. Try again in a moment." },
  "server.busy": { status: 503, sentence: "Too much is asked of the server at once. Try again in a moment." },
  "server.tooSlow": {
    status: 503,
    sentence: "The server could not finish this in time. Try again in a moment.",
  },
  "server.cannotKeep": {
    status: 503,
    sentence: "The database cannot keep anything at present. Nothing was changed.",
  },
  "session.missing": { status: 401, sentence: "Sign in first." },
  "session.otherUser": {
    status: 401,
    sentence: "Somebody else has signed in in this browser. Sign in again to go on.",
  },
  "session.wrongNameOrPassword": { status: 401, sentence: "Name or password is wrong." },
  "access.notAllowed": { status: 403, sentence: "Your role may not do this." },
  "access.notFound": { status: 404, sentence: "There is no such thing among what you may see." },
  "command.differentContent": {
    status: 409,
    sentence: "This command was already carried out with other content. Nothing was changed.",
  },
} as const satisfies Record<string, ProblemEntry>;
