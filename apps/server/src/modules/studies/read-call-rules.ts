// The call rules of a wave as they are looked at: those in force, and who changed what in each version.

import { changesOfRules } from "@fieldline/calling";
import { mayDo } from "@fieldline/protocol";
import { callRulesPage } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { displayNames, waveWithCountries } from "../access/index.ts";
import { asRules } from "./call-rules.ts";

/** `wave.callRules`. @throws Refusal `access.notFound` */
export const readCallRules = query({
  name: "wave.callRules",
  action: "rules.read",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: callRulesPage,
  async run(tx, ctx, input) {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, input.wave);
    const rows = await tx.callRulesVersion.findMany({
      where: { waveId: wave.id },
      orderBy: { version: "asc" },
    });
    const authors = await authorsOf(tx, wave.id);
    const known = rows.map((row) => ({ ...asRules(row), at: row.createdAt.toISOString() }));
    const versions = known.map(({ version, at, ...rules }, index) => {
      const before = known[index - 1];
      return {
        ...{ version, at, by: authors.get(version) ?? null },
        changes: before ? changesOfRules(before, rules) : [],
      };
    });
    const inForce = known.find(({ version }) => version === wave.callRulesVersion);
    return {
      version: inForce?.version ?? null,
      rules: inForce ? withoutVersion(inForce) : null,
      versions: versions.toReversed(),
      mayChange:
        countries.length === wave.countries.length &&
        ctx.actor.kind === "user" &&
        mayDo(ctx.actor.roles, "rules.change"),
    };
  },
});

function withoutVersion<Rules extends { version: number; at: string }>(known: Rules) {
  const { version: _version, at: _at, ...rules } = known;
  return rules;
}

/** Display names by version, of those versions that a person put in force. */
async function authorsOf(tx: ReadTx, waveId: string): Promise<ReadonlyMap<number, string>> {
  const entries = await tx.journalEntry.findMany({
    where: { entityKind: "wave", entityId: waveId, waveId, actorKind: "user" },
    select: { actorId: true, after: true },
  });
  const names = await displayNames(
    tx,
    entries.flatMap(({ actorId }) => actorId ?? []),
  );
  return new Map(
    entries.flatMap(({ actorId, after }): [number, string][] => {
      const version = (after as { callRulesVersion?: unknown } | null)?.callRulesVersion;
      const name = names.get(actorId ?? "");
      return typeof version === "number" && name !== undefined ? [[version, name]] : [];
    }),
  );
}
