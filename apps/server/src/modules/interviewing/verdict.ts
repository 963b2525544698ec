// The quota verdict of a person. A wave without a quota plan counts everybody and refuses nobody.

import type { Verdict } from "@fieldline/interview";

/** Decides a quota check; recorded in the operation, so a replay needs nobody. */
export const verdictWithoutPlan = (): Verdict => "noPlan";
