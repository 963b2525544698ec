// A quota cell opened: what was changed on it and by whom, and which interviews hold a place in it.

import { quotaCellPage } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { displayNames } from "../access/index.ts";
import { waveWithCountries } from "../studies/index.ts";
import { cellBody } from "./cell-body.ts";

/** @throws `access.notFound` for a cell of a foreign country as for one that does not exist */
export const readQuotaCell = query({
  name: "quotas.readCell",
  action: "quota.read",
  data: "plain",
  input: z.object({ wave: z.string(), cell: z.string() }),
  reply: quotaCellPage,
  run: async (tx, ctx, { wave: waveId, cell: id }) => {
    const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
    const cell = await tx.quotaCell.findUnique({ where: { waveId_id: { waveId, id } } });
    if (!cell || !countries.includes(cell.country)) throw refuse("access.notFound");
    const entries = await changesOf(tx, waveId, id);
    const places = await reservationsOf(tx, waveId, id);
    const names = await displayNames(tx, [
      ...entries.flatMap(({ actorId }) => actorId ?? []),
      ...places.map(({ interview }) => interview.userId),
    ]);
    return {
      cell: cellBody(cell),
      changes: entries.map(({ machineAt, actorId, actorKind, before, after }) => ({
        at: machineAt.toISOString(),
        by: (actorId && names.get(actorId)) ?? actorKind,
        before: before as Record<string, unknown>,
        after: after as Record<string, unknown>,
      })),
      reservations: places.map(({ interviewId, interview, since, expiresAt }) => ({
        interviewId,
        caseId: interview.caseId,
        reference: interview.case.record.reference,
        interviewer: names.get(interview.userId) ?? "",
        since: since.toISOString(),
        until: expiresAt.toISOString(),
      })),
    };
  },
});

/** Of a cell's changes, and of those who hold places in it, the newest. */
const mostShown = 500;

/** The journal knows a cell by its id alone, which every wave has again. */
const changesOf = (tx: ReadTx, waveId: string, entityId: string) =>
  tx.journalEntry.findMany({
    where: { entityKind: "quotaCell", entityId, waveId },
    orderBy: { seq: "desc" },
    take: mostShown,
    select: { machineAt: true, actorId: true, actorKind: true, before: true, after: true },
  });

const reservationsOf = (tx: ReadTx, waveId: string, cell: string) =>
  tx.quotaPlace.findMany({
    where: { waveId, state: "reserved", cells: { has: cell } },
    orderBy: [{ since: "desc" }, { interviewId: "asc" }],
    take: mostShown,
    select: {
      interviewId: true,
      since: true,
      expiresAt: true,
      interview: {
        select: { userId: true, caseId: true, case: { select: { record: { select: { reference: true } } } } },
      },
    },
  });
