// The verb that takes the do-not-call list of a wave out of the house, as far as it can be written down.

import { doNotCallExport } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Keys } from "../../platform/config.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { allowWholeWave, requireWholeWave } from "../studies/index.ts";
import { type ContactSeal, contactSeal } from "./contact-seal.ts";
import { openNumbers } from "./read-contact.ts";
import { listedNumbers } from "./store.numbers.ts";

type List = z.output<typeof doNotCallExport>;

/**
 * `doNotCall.export`: numbers of the wave's records that are not to be called, in clear where they are kept in clear.
 * Of a number that came on a list only, or was erased, there is a keyed hash, from which nobody gets it back: such are
 * counted. The receipt keeps no number; a repetition reads the list again.
 */
export function exportDoNotCall(keys: Keys) {
  const seal = contactSeal(keys);
  return command({
    name: "doNotCall.export",
    action: "doNotCall.export",
    data: "contact",
    input: z.object({ waveId: z.string() }),
    reply: doNotCallExport,
    allow: allowWholeWave,
    async run(tx, ctx, { waveId }) {
      const wave = await requireWholeWave(tx, ctx.actor, waveId);
      const reply = await listOf(tx, seal, waveId);
      const { entries, withoutNumber } = reply;
      const exportId = ctx.newId();
      return {
        reply,
        stored: { exportId },
        journal: {
          entityKind: "doNotCallExport",
          entityId: exportId,
          waveId,
          fieldAt: ctx.fieldNow(wave),
          after: { entries, withoutNumber },
        },
      };
    },
    rerender: (tx, _ctx, _stored, { waveId }) => listOf(tx, seal, waveId),
  });
}

/** Numbers a statement. */
const batch = 5_000;

async function listOf(tx: ReadTx, seal: ContactSeal, waveId: string): Promise<List> {
  const listed = await listedNumbers(tx, waveId);
  const lines: string[] = [];
  for (let from = 0; from < listed.length; from += batch) {
    const some = listed.slice(from, from + batch);
    const ids = some.map(({ id }) => id);
    const inClear = await openNumbers(tx, seal, ids);
    for (const { id, country } of some) {
      const number = inClear.get(id);
      if (number !== undefined) lines.push(`${number},${country}\r\n`);
    }
  }
  return {
    csv: ["number,country\r\n", ...lines].join(""),
    entries: lines.length,
    withoutNumber: listed.length - lines.length,
  };
}
