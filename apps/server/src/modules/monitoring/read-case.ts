// One case as the honest record of how it was worked. Notes and names are asked for apart, by those who may.

import { casePage } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { displayNames } from "../access/index.ts";
import { explainedAttempts } from "../calling/index.ts";
import { caseInReach } from "../samples/index.ts";
import { callRulesOf } from "../studies/index.ts";
import { branchesOf } from "./branches.ts";
import {
  appointmentsOf,
  attemptsOf,
  interviewsOf,
  journalOf,
  leaseOf,
  numbersOf,
  turnOf,
} from "./case-page.ts";
import { findCase, findEntries } from "./store.case.ts";

/** @throws `access.notFound` for a case of a foreign country or study as for one that does not exist */
export const readCase = query({
  name: "monitoring.readCase",
  action: "case.read",
  data: "plain",
  input: z.object({ case: z.uuid() }),
  reply: casePage,
  run: async (tx, ctx, { case: id }) => {
    await caseInReach(tx, ctx.actor, id);
    const found = await findCase(tx, id);
    const { attempts, appointments, interviews, branches, leases, record } = found;
    const entries = await findEntries(tx, found.waveId, {
      case: [id],
      attempt: attempts.map((one) => one.id),
      interview: interviews.map((one) => one.id),
      appointment: appointments.map((one) => one.id),
      phoneNumber: record.numbers.map(({ numberId }) => numberId),
    });
    const parts = [...attempts, ...appointments, ...interviews, ...branches, ...leases];
    const people = [...parts.map(({ userId }) => userId), found.forUser, found.notUser];
    const names = await displayNames(tx, [...people, ...entries.map(({ actorId }) => actorId)]);
    const rules = await callRulesOf(tx, found.wave);
    const timeZone = rules?.countries[found.country]?.timeZone ?? "UTC";
    return {
      id,
      waveId: found.waveId,
      reference: record.reference,
      country: found.country,
      region: found.region,
      timeZone,
      language: found.language,
      state: found.state === "closed" ? ("closed" as const) : ("open" as const),
      dueAt: found.dueAt?.toISOString() ?? null,
      ...turnOf(found, names),
      lastDisposition: found.lastDisposition,
      finalDisposition: found.finalDisposition,
      finalCode: found.finalCode,
      closedAt: found.closedAt?.toISOString() ?? null,
      lease: leaseOf(found, names),
      numbers: numbersOf(found),
      attempts: attemptsOf(found, { timeZone, names, because: await explainedAttempts(tx, ctx, found) }),
      appointments: appointmentsOf(found, names),
      interviews: interviewsOf(found, names),
      branches: branchesOf(found, names),
      journal: journalOf(entries, names),
    };
  },
});
