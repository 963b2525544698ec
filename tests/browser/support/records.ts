// What the server has of a call afterwards: the log, the case with its attempts, the exported row.

import { randomUUID } from "node:crypto";
import type { Answer } from "@fieldline/instrument";
import type { Operation } from "@fieldline/interview";
import { parse } from "csv-parse/sync";
import type { Site } from "./site.ts";

/** Operations of the interview this person worked on last, in order. */
export async function recordedLog(site: Site, name: string): Promise<readonly Operation[]> {
  const rows = await site.field.platform.database.read("plain", async (tx) => {
    const { id: userId } = await tx.user.findUniqueOrThrow({ where: { name } });
    const { interviewId } = await tx.interviewOperation.findFirstOrThrow({
      where: { userId },
      orderBy: [{ receivedAt: "desc" }, { seq: "desc" }],
    });
    return tx.interviewOperation.findMany({ where: { interviewId }, orderBy: { seq: "asc" } });
  });
  return rows.map(({ body }) => body as unknown as Operation);
}

/** The case of a sample record: how it stands, outcomes of its calls, its interviews. */
export const caseOf = (site: Site, record: string) =>
  site.field.platform.database.read("plain", async (tx) => {
    const found = await tx.case.findFirstOrThrow({
      where: { record: { reference: record, waveId: site.field.waveId } },
      include: {
        attempts: { orderBy: { dialledAt: "asc" } },
        interviews: { orderBy: { startedAt: "asc" } },
        leases: { where: { endedAt: null } },
        record: { include: { numbers: { include: { number: true } } } },
      },
    });
    return {
      id: found.id,
      state: found.state,
      finalDisposition: found.finalDisposition,
      finalCode: found.finalCode,
      dueAt: found.dueAt?.getTime() ?? null,
      fence: found.fence,
      closedFieldAt: found.attempts.at(-1)?.closedFieldAt?.getTime() ?? null,
      outcomes: found.attempts.map(({ disposition }) => disposition),
      interviews: found.interviews.map(({ status, language }) => `${status} ${language}`),
      openLeases: found.leases.length,
      numbers: found.record.numbers.map(({ numberId, number }) => ({
        id: numberId,
        doNotCall: number.doNotCallAt !== null,
        closedAs: number.closedAs,
      })),
    };
  });

export type ExportedRow = Readonly<Record<string, string>>;

/** The rows of an export's data file. */
export const rowsOf = (csv: string): readonly ExportedRow[] =>
  parse(csv, { columns: true, bom: true }) as ExportedRow[];

/** Makes an export as a researcher does, and reads the row of one sample record. */
export async function exportedRow(site: Site, record: string): Promise<ExportedRow | undefined> {
  const henrik = await site.field.person({
    name: "henrik",
    roles: ["researcher"],
    languages: [],
    countries: ["CZ", "DK", "FR", "DE", "GB"],
  });
  const made = await henrik.ask("POST", `/api/waves/${site.field.waveId}/exports`, {
    commandId: randomUUID(),
    format: "csv",
  });
  const file = made.body.files.find(({ name }: { name: string }) => name.endsWith("data.csv"));
  const csv = await henrik.text(`/api/exports/${made.body.id}/files/${file.name}`);
  return rowsOf(csv).find((row) => row["record"] === record);
}

const missingCodes = { dontKnow: 98, refused: 99, notApplicable: 97, notAsked: 96 };

/** An answer as the file holds it; of age 98 and 99 are values, so its missing codes are higher. */
function inFile(variable: string, answer: Answer | { missing: "notAsked" }): string {
  if ("value" in answer) return String(answer.value);
  return String(missingCodes[answer.missing] + (variable === "age" ? 900 : 0));
}

/** Answers as the file holds them, by variable. */
export const cells = (answers: Readonly<Record<string, Answer>>): ExportedRow =>
  Object.fromEntries(
    Object.entries(answers).map(([variable, answer]) => [variable, inFile(variable, answer)]),
  );
