// Which of an interviewer's appointments are to be called now.

import { defaultPacing, isDue } from "@fieldline/calling";
import { day } from "@fieldline/kernel";
import type { QueryContext } from "../../platform/command.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { callRulesOf } from "../studies/index.ts";
import { asAgreed } from "./appointments.ts";

/** The earliest of them; nobody rings so many. */
const atMost = 500;

/**
 * Own appointments of a wave, by id: `due` those that are open and that their owner may take at this field time while the wave is in the field, `over`
 * those of the last two days that are no longer open.
 */
export async function dueAppointments(
  tx: ReadTx,
  ctx: Pick<QueryContext, "fieldNow">,
  of: { readonly waveId: string; readonly userId: string },
): Promise<{ readonly due: readonly string[]; readonly over: readonly string[] }> {
  const wave = await tx.wave.findUniqueOrThrow({ where: { id: of.waveId } });
  const now = ctx.fieldNow(wave);
  const own = await tx.appointment.findMany({
    where: { ...of, OR: [{ state: "open" }, { startsAt: { gte: new Date(now - 2 * day) } }] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: atMost,
  });
  const rules = wave.state === "inField" ? await callRulesOf(tx, wave) : null;
  const times = (rules?.pacing ?? defaultPacing).appointments;
  const due =
    wave.state === "inField"
      ? own.filter((row) => row.state === "open" && isDue(asAgreed(row), now, times))
      : [];
  const over = own.filter(({ state }) => state !== "open");
  return { due: due.map(({ id }) => id), over: over.map(({ id }) => id) };
}
