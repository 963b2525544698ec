// Turns scripts into ours: where each option leads is named by what it is, not by a script's id.

import type { EndKind, Next, Script } from "../types.ts";
import type { Additions } from "./additions.ts";
import type { SourceDocument } from "./source-types.ts";
import type { Words } from "./words.ts";

interface Targets {
  readonly intro: string;
  readonly ends: Readonly<Partial<Record<EndKind, string>>>;
}

/** Back to the introduction means that somebody else has come to the phone. */
function nextFrom(next: string, { intro, ends }: Targets): Next {
  if (next === "units") return { to: "units" };
  if (next === intro) return { to: "newRespondent" };
  const end = (Object.keys(ends) as EndKind[]).find((kind) => ends[kind] === next);
  return end ? { to: "end", end } : { to: "script", script: next };
}

export function scriptsFrom(
  source: SourceDocument,
  additions: Additions,
  targets: Targets,
  words: Words,
): Readonly<Record<string, Script>> {
  const scripts: Record<string, Script> = {};
  for (const [id, script] of Object.entries(source.scripts)) {
    const place = `scripts/${id}`;
    scripts[id] = {
      id,
      use: script.use,
      read: words.at(`${place}/read`, script.read),
      ...(script.instr && { instruction: words.at(`${place}/instruction`, script.instr) }),
      ...(script.options && {
        options: script.options.map((option) => ({
          code: option.code,
          label: words.at(`${place}/options/${option.code}`, option.label),
          next: nextFrom(option.next, targets),
          ...(option.set && { set: option.set }),
        })),
      }),
    };
  }
  for (const [id, { use, read }] of Object.entries(additions.scripts)) {
    scripts[id] ??= { id, use, read: { text: read, provenance: "ours" } };
  }
  return scripts;
}
