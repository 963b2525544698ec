// Which of an interviewer's appointments are to be called now.

import { isDue } from "@fieldline/calling";
import { day, instant } from "@fieldline/kernel";
import type { QueryContext } from "../../platform/command.ts";
import type { ReadTx } from "../../platform/tx.ts";

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
    select: { id: true, kind: true, startsAt: true, state: true },
  });
  const due = own.filter(({ kind, startsAt, state }) => {
    const starts = {
      kind: kind === "exact" ? ("exact" as const) : ("loose" as const),
      startsAt: instant(startsAt.getTime()),
    };
    return wave.state === "inField" && state === "open" && isDue(starts, now);
  });
  const over = own.filter(({ state }) => state !== "open");
  return { due: due.map(({ id }) => id), over: over.map(({ id }) => id) };
}
