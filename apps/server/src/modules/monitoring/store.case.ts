// Reads of one case: as it stands, and what the journal holds about it. Neither contacts nor answers.

import type { ReadTx } from "../../platform/tx.ts";

export const findCase = (tx: ReadTx, id: string) =>
  tx.case.findUniqueOrThrow({
    where: { id },
    include: {
      wave: true,
      record: { include: { numbers: { include: { number: true }, orderBy: { position: "asc" } } } },
      leases: { where: { endedAt: null } },
      attempts: { orderBy: [{ dialledAt: "desc" }, { id: "asc" }] },
      appointments: { orderBy: [{ madeAt: "desc" }, { id: "asc" }] },
      branches: { orderBy: [{ receivedAt: "asc" }, { id: "asc" }] },
      interviews: {
        orderBy: [{ startedAt: "desc" }, { id: "asc" }],
        include: {
          release: { select: { number: true } },
          result: { select: { paradata: true } },
          operations: { where: { type: "checkQuota" }, select: { body: true }, orderBy: { seq: "asc" } },
        },
      },
    },
  });

export type ReadCase = Awaited<ReturnType<typeof findCase>>;

/** What the journal says of each of these; a number's only in this wave, since other studies know it, too. */
export type EntityIds = Readonly<Record<string, readonly string[]>>;

const mostEntries = 500;

/** The newest first. */
export const findEntries = (tx: ReadTx, waveId: string, ids: EntityIds) =>
  tx.journalEntry.findMany({
    where: {
      waveId,
      OR: Object.entries(ids).map(([entityKind, of]) => ({ entityKind, entityId: { in: [...of] } })),
    },
    orderBy: { seq: "desc" },
    take: mostEntries,
  });

export type ReadEntry = Awaited<ReturnType<typeof findEntries>>[number];
