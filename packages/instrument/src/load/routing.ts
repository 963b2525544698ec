// What a delivered file says about the route after a unit: prefaces, screening and ends.

import type { Finding } from "../findings.ts";
import type { Condition, EndKind, Screening } from "../types.ts";
import { conditionFrom, missingPart } from "./conditions.ts";
import type { SourceDocument, SourceRouting } from "./source-types.ts";

/** Names of dispositions in delivered files. */
const endOf: Readonly<Record<string, EndKind>> = {
  complete: "complete",
  quota_full: "quotaFull",
  not_eligible: "noEligibleRespondent",
};

export interface Routes {
  readonly prefaces: ReadonlyMap<string, string>;
  readonly screening: readonly Screening[];
  readonly ends: Readonly<Partial<Record<EndKind, string>>>;
}

/** Options of a screening script that would go on with the person just found unable to take part. */
function withSamePerson(
  source: SourceDocument,
  script: string,
  ends: ReadonlySet<string>,
  intro: string,
): number[] {
  const options = source.scripts[script]?.options ?? [];
  return options.filter(({ next }) => next !== intro && !ends.has(next)).map(({ code }) => code);
}

type Rule = { readonly unit: string } & (
  | { readonly is: "end"; readonly end: EndKind; readonly script: string }
  | { readonly is: "preface"; readonly script: string }
  | { readonly is: "screening"; readonly when: Condition; readonly script: string }
);

function ruleFrom(unit: string, { when, then }: SourceRouting, found: Finding[]): readonly Rule[] {
  const place = `units/${unit}/routing`;
  const { script, disposition } = then;
  if (disposition !== undefined) {
    const end = endOf[disposition];
    if (end) return [{ unit, is: "end", end, script }];
    found.push(missingPart(place, Object.keys(endOf).join(" | ")));
    return [];
  }
  if (when === "always" || when === "else") return [{ unit, is: "preface", script }];
  const condition = conditionFrom(when, place, found);
  return condition ? [{ unit, is: "screening", when: condition, script }] : [];
}

/**
 * Reads every unit's `routing`. A script without disposition is read before the next unit asked; one with a
 * disposition is an end; under a condition it screens the person out of the interview.
 */
export function routesOf(
  source: SourceDocument,
  stated: { readonly intro: string; readonly ends: Readonly<Partial<Record<EndKind, string>>> },
  found: Finding[],
): Routes {
  const order = source.blocks.flatMap((block) => block.units);
  const rules = source.units.flatMap(({ id, routing = [] }) =>
    routing.flatMap((rule) => ruleFrom(id, rule, found)),
  );
  const ends: Partial<Record<EndKind, string>> = { ...stated.ends };
  for (const rule of rules) if (rule.is === "end") ends[rule.end] = rule.script;
  const endScripts = new Set(Object.values(ends));
  return {
    ends,
    prefaces: new Map(
      rules.flatMap((rule) => {
        const following = rule.is === "preface" ? order[order.indexOf(rule.unit) + 1] : undefined;
        return following === undefined ? [] : [[following, rule.script] as const];
      }),
    ),
    screening: rules.flatMap((rule) =>
      rule.is === "screening"
        ? [
            {
              after: rule.unit,
              when: rule.when,
              script: rule.script,
              withoutOptions: withSamePerson(source, rule.script, endScripts, stated.intro),
            },
          ]
        : [],
    ),
  };
}
