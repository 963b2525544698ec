// The columns of a do-not-call list, and the check of its header. A list without rows is a list, too.

import type { Problem } from "@fieldline/kernel";
import { checkHeader } from "./file-header.ts";
import type { SamplingProblemCode } from "./problems.ts";

export const doNotCallColumns = ["number", "country"] as const;

/** All that is wrong with the header of a list. */
export const checkDoNotCallHeader = (header: readonly string[]): readonly Problem<SamplingProblemCode>[] =>
  checkHeader(header, doNotCallColumns);
