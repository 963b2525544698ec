// What answers a repeated command whose reply held a password: that it was shown, and is kept nowhere.

import { refuse } from "../../platform/problems/refusal.ts";

/** @throws Refusal `user.passwordShownOnce`, always */
export const shownOnce = (): Promise<never> => Promise.reject(refuse("user.passwordShownOnce"));
