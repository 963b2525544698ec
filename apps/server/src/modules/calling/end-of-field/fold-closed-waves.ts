// The end of the field: cases still open in a closed wave get their final codes, so that the ledger adds up.

import { z } from "zod";
import { command, journalOf } from "../../../platform/command.ts";
import type { JournalNote } from "../../../platform/journal.ts";
import { tell } from "../../../platform/live/tell.ts";
import type { CaseClosed } from "../call.ts";
import { foldCase } from "./fold-case.ts";
import { foldFresh } from "./fold-fresh.sql.ts";
import { lockWorked } from "./worked.sql.ts";

/** In one transaction; the next one goes on. */
const freshAtOnce = 5_000;
const workedAtOnce = 200;

/**
 * A background duty. What lies on a desk is folded once it is free. Journalled for each wave with how many cases came to
 * which code.
 */
export const foldClosedWaves = (onCaseClosed: CaseClosed) =>
  command({
    name: "calling.foldClosedWaves",
    action: "duty",
    data: "plain",
    input: z.object({}),
    reply: z.object({ folded: z.int() }),
    run: async (tx, ctx) => {
      const notes: JournalNote[] = [];
      let folded = 0;
      for (const wave of await tx.wave.findMany({ where: { state: "closed" }, orderBy: { id: "asc" } })) {
        const { id: waveId } = wave;
        const { machineNow } = ctx;
        const fieldNow = ctx.fieldNow(wave);
        const codes = new Map<string, number>();
        const counts = (code: string, count: number) => codes.set(code, (codes.get(code) ?? 0) + count);
        for (const caseId of await lockWorked(tx, { waveId, machineNow, most: workedAtOnce })) {
          const { code, notes: more } = await foldCase(tx, ctx, { caseId, fieldNow, onCaseClosed });
          counts(code, 1);
          notes.push(...more);
        }
        const fresh = { waveId, machineNow: new Date(machineNow), most: freshAtOnce };
        for (const { code, count } of await foldFresh(tx, fresh)) counts(code, count);
        if (codes.size === 0) continue;
        const byCode = Object.fromEntries([...codes].toSorted());
        const here = [...codes.values()].reduce((sum, count) => sum + count, 0);
        folded += here;
        await tell(tx, machineNow, { topic: "plan", waveId });
        notes.push({
          entityKind: "wave",
          entityId: waveId,
          waveId,
          fieldAt: fieldNow,
          after: { endOfField: here, byCode },
        });
      }
      return { reply: { folded }, journal: journalOf(notes) };
    },
  });
