// Cases as they were worked up to an instant, for looking at what other rules would have made of them.

import type { CallRules, CaseNumber, DispositionKey, RecordedCase } from "@fieldline/calling";
import { type Instant, instant } from "@fieldline/kernel";
import type { Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { asRules } from "../studies/index.ts";

export interface RecordedSpan {
  readonly cases: readonly (RecordedCase & { readonly reference: string })[];
  /** There were more dials or resting cases than are looked at. */
  readonly cut: boolean;
}

interface Looked {
  readonly countries: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  /** So many dials, and so many cases that rest; the latest. */
  readonly most: number;
}

/** Cases dialled in the span, and open ones or exhausted ones that rested in it. */
export async function recordedCases(tx: ReadTx, wave: Wave, looked: Looked): Promise<RecordedSpan> {
  const { countries, from, to, most } = looked;
  const inSpan = { gte: new Date(from), lt: new Date(to) };
  const ofWave = { waveId: wave.id, country: { in: [...countries] } };
  const dialled = await tx.contactAttempt.findMany({
    where: { waveId: wave.id, dialledFieldAt: inSpan, disposition: { not: null }, case: ofWave },
    orderBy: { dialledFieldAt: "desc" },
    take: most + 1,
    select: { caseId: true },
  });
  const rested = await tx.case.findMany({
    where: {
      ...ofWave,
      attemptCount: { gt: 0 },
      OR: [{ state: "open" }, { finalDisposition: "attemptsExhausted" }],
      attempts: { some: { dialledFieldAt: { lt: new Date(to) } }, none: { dialledFieldAt: inSpan } },
    },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: most + 1,
    select: { id: true },
  });
  const ids = [
    ...new Set([
      ...dialled.slice(0, most).map(({ caseId }) => caseId),
      ...rested.slice(0, most).map(({ id }) => id),
    ]),
  ];
  return {
    cases: await readCases(tx, wave, ids, to),
    cut: dialled.length > most || rested.length > most,
  };
}

async function readCases(tx: ReadTx, wave: Wave, ids: readonly string[], to: Instant) {
  const versions = await rulesByVersion(tx, wave);
  const rows = await tx.case.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      country: true,
      record: {
        select: {
          reference: true,
          numbers: { orderBy: { position: "asc" }, select: { number: { select: { id: true, kind: true } } } },
        },
      },
      appointments: { where: { state: { not: "cancelled" } }, orderBy: { madeAt: "asc" } },
      attempts: {
        where: { disposition: { not: null }, dialledFieldAt: { lt: new Date(to) } },
        orderBy: { dialledAt: "asc" },
      },
    },
  });
  return rows.map(({ id, country, record, appointments, attempts }) => ({
    ...{ id, country, reference: record.reference },
    numbers: record.numbers.map(({ number }) => ({
      id: number.id,
      kind: number.kind as CaseNumber["kind"],
    })),
    appointments: appointments.flatMap(({ attemptId, kind, startsAt, userId }) => {
      const made = attempts.find((attempt) => attempt.id === attemptId);
      if (!made) return [];
      const madeAt = instant((made.closedFieldAt ?? made.dialledFieldAt).getTime());
      return [{ kind: kind as "exact" | "loose", startsAt: instant(startsAt.getTime()), userId, madeAt }];
    }),
    dials: attempts.flatMap((attempt) => {
      const rules = versions.get(attempt.callRulesVersion);
      if (!rules) return [];
      return [
        {
          numberId: attempt.numberId,
          userId: attempt.userId,
          fence: attempt.fence,
          inbound: attempt.line === "inbound",
          disposition: attempt.disposition as DispositionKey,
          dialledAt: instant(attempt.dialledFieldAt.getTime()),
          at: instant((attempt.closedFieldAt ?? attempt.dialledFieldAt).getTime()),
          rules,
        },
      ];
    }),
  }));
}

async function rulesByVersion(tx: ReadTx, wave: Wave): Promise<ReadonlyMap<number, CallRules>> {
  const rows = await tx.callRulesVersion.findMany({ where: { waveId: wave.id } });
  return new Map(rows.map((row) => [row.version, asRules(row)]));
}
