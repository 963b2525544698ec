// The way through the scripts: from every script that is a step, an end or the questions can be reached.

import type { InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { Next, ScriptOption } from "../types.ts";

const optionsOf = (draft: InstrumentDraft, script: string): readonly ScriptOption[] =>
  (Object.hasOwn(draft.scripts, script) && draft.scripts[script]?.options) || [];

/** The script an option leads to, with another person coming to the first step. */
function targetOf(draft: InstrumentDraft, next: Next): string | undefined {
  if (next.to === "script") return next.script;
  return next.to === "newRespondent" ? draft.opening.steps[0] : undefined;
}

function reachableFrom(draft: InstrumentDraft, starts: readonly string[]): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const script of seen) {
    for (const { next } of optionsOf(draft, script)) {
      const target = targetOf(draft, next);
      if (target !== undefined) seen.add(target);
    }
  }
  return seen;
}

/** Scripts from which some choice of options leaves the scripts: to an end or to the questions. */
function leadingOut(draft: InstrumentDraft, scripts: ReadonlySet<string>): ReadonlySet<string> {
  const out = new Set<string>();
  for (let size = -1; size !== out.size; ) {
    size = out.size;
    for (const script of scripts) {
      if (optionsOf(draft, script).some((option) => leadsOut(draft, option, out))) out.add(script);
    }
  }
  return out;
}

function leadsOut(draft: InstrumentDraft, { next }: ScriptOption, out: ReadonlySet<string>): boolean {
  if (next.to === "units" || next.to === "end") return true;
  const target = targetOf(draft, next);
  return target !== undefined && out.has(target);
}

/** Unknown scripts are reported elsewhere and judged no further here. */
export function checkScripts(draft: InstrumentDraft): readonly Finding[] {
  const known = (script: string) => Object.hasOwn(draft.scripts, script);
  const [start] = draft.opening.steps;
  if (start === undefined) return [finding("instrument.routeCannotEnd", "opening/steps", { lacks: "step" })];
  const opening = reachableFrom(draft, [start]);
  const steps = reachableFrom(draft, [
    ...draft.opening.steps,
    ...draft.screening.map(({ script }) => script),
  ]);
  const out = leadingOut(draft, steps);
  const stuck = [...steps].filter((script) => known(script) && !out.has(script));
  const toUnits = [...opening].some((script) =>
    optionsOf(draft, script).some(({ next }) => next.to === "units"),
  );
  const screening = draft.screening.filter(({ script, withoutOptions }) => {
    const offered = optionsOf(draft, script).filter(({ code }) => !withoutOptions.includes(code));
    return known(script) && !offered.some((option) => leadsOut(draft, option, out));
  });
  return [
    ...stuck.map((script) => finding("instrument.routeCannotEnd", `scripts/${script}`, { lacks: "end" })),
    ...screening.map(({ after }) =>
      finding("instrument.routeCannotEnd", `screening/${after}`, { lacks: "end" }),
    ),
    ...(toUnits || [...opening].some((script) => !known(script))
      ? []
      : [finding("instrument.unitUnreachable", "opening", { variables: "" })]),
  ];
}
