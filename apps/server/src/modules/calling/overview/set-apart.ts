// Open cases that a supervisor has pinned, holds back, or has to look at because something is wrong with the number.

import { ranks } from "@fieldline/calling";
import type { WaveQueue } from "@fieldline/protocol";
import type { ReadTx } from "../../../platform/tx.ts";
import { displayNames } from "../../access/index.ts";

type SetApart = WaveQueue["setApart"][number];

/** Shown; the others are counted. */
const atMost = 50;

export async function setApart(
  tx: ReadTx,
  waveId: string,
  countries: readonly string[],
): Promise<Pick<WaveQueue, "setApart" | "setApartTotal">> {
  const where = {
    waveId,
    country: { in: [...countries] },
    state: "open",
    OR: [{ held: { in: ["checkNumber", "supervisor"] } }, { rank: ranks.pinned, held: null }],
  };
  const found = await tx.case.findMany({
    where,
    orderBy: [{ rank: "asc" }, { country: "asc" }, { id: "asc" }],
    take: atMost,
    select: {
      ...{ id: true, country: true, region: true, held: true, rank: true, forUser: true },
      record: { select: { reference: true } },
      attempts: { select: { dialledFieldAt: true }, orderBy: { dialledAt: "desc" }, take: 1 },
    },
  });
  const names = await displayNames(
    tx,
    found.map(({ forUser }) => forUser),
  );
  return {
    setApart: found.map(({ id, country, region, held, rank, forUser, record, attempts: [last] }) => {
      const pinned = rank === ranks.pinned;
      return {
        ...{ id, reference: record.reference, country, region, pinned },
        held: held as SetApart["held"],
        forInterviewer: pinned && forUser ? (names.get(forUser) ?? "") : null,
        lastDialledAt: last?.dialledFieldAt.toISOString() ?? null,
      };
    }),
    setApartTotal: await tx.case.count({ where }),
  };
}
