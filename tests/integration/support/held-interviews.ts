// Interviews that were held, put into the database as the desk would have left them.

import { randomUUID } from "node:crypto";
import type { FileValues } from "@fieldline/datafile";
import type { Field } from "./field.ts";

export interface HeldInterview {
  /** Reference of the sample record. */
  readonly record: string;
  /** Sign-in name of the interviewer. */
  readonly by: string;
  readonly answers: FileValues;
  readonly status?: string;
  readonly language?: string;
  readonly facts?: Readonly<Record<string, boolean | number>>;
  /** ISO 8601, field time of the end. */
  readonly endedAt?: string;
  /** Nine and a half, unless told otherwise. */
  readonly minutes?: number;
  /** A complete that found no place. */
  readonly overQuota?: boolean;
}

/** With one person each. */
export async function held(field: Field, interviews: readonly HeldInterview[]): Promise<void> {
  await field.platform.database.write("plain", async (tx) => {
    const wave = await tx.wave.findUniqueOrThrow({ where: { id: field.waveId } });
    for (const one of interviews) {
      const record = await tx.sampleRecord.findFirstOrThrow({
        where: { waveId: field.waveId, reference: one.record },
        include: { case: true, numbers: true },
      });
      const user = await tx.user.findUniqueOrThrow({ where: { name: one.by } });
      const endedAt = new Date(one.endedAt ?? "2008-04-16T15:10:00Z");
      const startedAt = new Date(endedAt.getTime() - 10 * 60_000);
      const attemptId = randomUUID();
      const caseId = record.case?.id ?? "";
      const status = one.status ?? "completed";
      await tx.contactAttempt.create({
        data: {
          id: attemptId,
          caseId,
          waveId: field.waveId,
          numberId: record.numbers[0]?.numberId ?? "",
          userId: user.id,
          fence: 0,
          callRulesVersion: 1,
          line: "simulated",
          dialledAt: startedAt,
          dialledFieldAt: startedAt,
          localDate: "2008-04-16",
          disposition: "complete",
          closedAt: endedAt,
          closedFieldAt: endedAt,
        },
      });
      await tx.interview.create({
        data: {
          id: randomUUID(),
          waveId: field.waveId,
          caseId,
          attemptId,
          releaseId: wave.releaseId ?? "",
          userId: user.id,
          country: record.country,
          language: one.language ?? "da",
          status,
          seq: 1,
          counted: status === "completed" && !one.overQuota,
          overQuota: one.overQuota ?? false,
          startedAt,
          endedAt,
          result: {
            create: {
              answers: { ...one.answers },
              facts: { respondent: 1, ...one.facts },
              paradata: {
                durationMs: (one.minutes ?? 9.5) * 60_000,
                respondents: [{}],
                backSteps: 0,
                languageSwitches: [],
              },
            },
          },
        },
      });
    }
  });
}
