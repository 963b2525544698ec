// Problems of the people who sign in.

import type { ProblemEntry } from "./problem.ts";

export const userProblems = {
  "user.nameTaken": { status: 409, sentence: "There is already a user named {name}." },
  "user.languageMissing": { status: 422, sentence: "An interviewer needs a language to interview in." },
  "user.countryMissing": { status: 422, sentence: "An interviewer needs a country to work in." },
  "user.changedMeanwhile": {
    status: 409,
    sentence: "Somebody else has changed this user in the meantime.",
  },
  "user.oneself": {
    status: 409,
    sentence:
      "Nobody disables themselves, resets their own password here or gives up being an administrator.",
  },
  "user.lastAdministrator": {
    status: 409,
    sentence: "This is the last administrator who can sign in; there must be another one first.",
  },
  "user.wrongPassword": { status: 422, sentence: "The present password is wrong." },
  "user.passwordTooShort": {
    status: 422,
    sentence: "A password has at least {shortest} characters.",
  },
  "user.passwordSame": { status: 422, sentence: "The new password is the present one." },
  "user.passwordShownOnce": {
    status: 409,
    sentence: "It was done the first time. The password was shown once and is kept nowhere.",
  },
} as const satisfies Record<string, ProblemEntry>;
