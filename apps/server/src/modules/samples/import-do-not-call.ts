// The verb that takes a do-not-call list in for a wave; an empty one counts, since it says that somebody looked.

import { fail } from "@fieldline/kernel";
import { doNotCallImportReply } from "@fieldline/protocol/schemas";
import { isTestNumber, normaliseNumber } from "@fieldline/sampling";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Keys } from "../../platform/config.ts";
import { allowWholeWave, requireWholeWave } from "../studies/index.ts";
import { contactSeal } from "./contact-seal.ts";
import { hex, insertNumbers, knownNumbers, lockNumbers, markDoNotCall } from "./store.numbers.ts";

const input = z.object({
  waveId: z.string(),
  source: z.string().min(1).max(200),
  /** Numbers as somebody wrote them, with the country they are written in; the first stands in row 2 of the list. */
  numbers: z.array(z.object({ number: z.string(), country: z.string() })),
});

/**
 * `doNotCall.import`: every number read is marked in all studies, known or not; a mark is never taken back.
 * Only the keyed hash of a number that no sample holds is kept.
 */
export function importDoNotCall(keys: Keys) {
  const seal = contactSeal(keys);
  return command({
    name: "doNotCall.import",
    action: "doNotCall.import",
    data: "contact",
    input,
    reply: doNotCallImportReply,
    allow: allowWholeWave,
    async run(tx, ctx, { waveId, source, numbers }) {
      const wave = await requireWholeWave(tx, ctx.actor, waveId);
      const mode = wave.mode === "test" ? "test" : "live";
      const read = numbers.map(({ number, country }) => normaliseNumber(number, country, mode));
      const refusals = read.flatMap((number, index) =>
        number.ok ? [] : [fail(number.problem.code, { row: index + 2, column: "number" }).problem],
      );
      const e164 = [...new Set(read.flatMap((number) => (number.ok ? [number.value] : [])))];

      await lockNumbers(tx);
      const hashed = e164.map((number) => ({ number, hash: hex(seal.hashOf(number)) }));
      const known = await knownNumbers(
        tx,
        waveId,
        hashed.map(({ hash }) => hash),
      );
      const idByHash = new Map(known.map(({ id, hash }) => [hash, id]));
      const unknown = hashed
        .filter(({ hash }) => !idByHash.has(hash))
        .map(({ number, hash }) => ({
          id: ctx.newId(),
          hash,
          kind: "unknown",
          testNumber: isTestNumber(number),
        }));
      if (unknown.length > 0) await insertNumbers(tx, unknown);
      const at = new Date(ctx.machineNow);
      await markDoNotCall(tx, [...idByHash.values(), ...unknown.map(({ id }) => id)], at);

      const importId = ctx.newId();
      await tx.doNotCallImport.create({ data: { id: importId, waveId, source, entries: e164.length, at } });
      return {
        reply: { importId, entries: e164.length, refusals },
        journal: {
          entityKind: "doNotCallImport",
          entityId: importId,
          waveId,
          fieldAt: ctx.fieldNow(wave),
          after: { source, entries: e164.length, refused: refusals.length },
        },
      };
    },
  });
}
