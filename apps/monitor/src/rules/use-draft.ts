// Rules as somebody is changing them: what was typed, on top of the version that was looked at.

import { changesOfRules, checkRules, flatRules, type RuleValue, withRules } from "@fieldline/calling";
import type { CallRulesBody, CallRulesPage } from "@fieldline/protocol";
import { useMemo, useState } from "react";

export interface Looked {
  readonly version: number;
  readonly rules: CallRulesBody;
}

export const lookedAt = ({ version, rules }: CallRulesPage): Looked | null =>
  version === null || rules === null ? null : { version, rules };

const same = (a: RuleValue | undefined, b: RuleValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Without anything typed it follows the version in force; otherwise `rebase` takes what was typed there. */
export function useDraft(inForce: Looked) {
  const [base, setBase] = useState(inForce);
  const [typed, setTyped] = useState<ReadonlyMap<string, RuleValue>>(new Map());
  if (typed.size === 0 && base.version !== inForce.version) setBase(inForce);
  const held = useMemo(() => flatRules(base.rules), [base]);
  const rules = useMemo(() => withRules(base.rules, typed), [base, typed]);
  const put = (...values: readonly (readonly [path: string, value: RuleValue])[]): void =>
    setTyped((old) => {
      const next = new Map(old);
      for (const [path, value] of values) {
        if (same(held.get(path), value)) next.delete(path);
        else next.set(path, value);
      }
      return next;
    });
  return {
    ...{ base, held, rules, put },
    values: useMemo(() => flatRules(rules), [rules]),
    changes: useMemo(() => changesOfRules(base.rules, rules), [base, rules]),
    findings: useMemo(() => checkRules(rules), [rules]),
    newer: typed.size > 0 && base.version !== inForce.version,
    rebase: () => setBase(inForce),
    discard: () => setTyped(new Map()),
  };
}

export type Draft = ReturnType<typeof useDraft>;
