// Rules that one statement each can find the breaches of.

import { type Finding, findingOf, type Invariant, type Rule } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

export interface Check {
  /** Where it is another than its rule's. */
  readonly invariant?: Invariant;
  readonly entity: string;
  readonly says: string;
  /** Answers the ids of the rows that are wrong. */
  readonly text: string;
}

/** Puts each check in turn. */
export const found =
  (rule: Rule, checks: readonly Check[]) =>
  async (snapshot: Snapshot): Promise<readonly Finding[]> => {
    const findings: Finding[] = [];
    for (const { entity, says, text, invariant = rule.invariant } of checks) {
      const wrong = await snapshot.rows<{ id: string }>(text);
      findings.push(...wrong.map(({ id }) => findingOf({ ...rule, invariant }, entity)(id, says)));
    }
    return findings;
  };
