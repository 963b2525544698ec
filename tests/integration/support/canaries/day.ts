// What a day brings: sample and list, calls with every kind of end, names, notes, messages, searches and exports.

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { exact } from "../day.ts";
import type { Desk, Reply } from "../desk.ts";
import { answersAll, begun, type OnTheLine } from "../interviewed.ts";
import { asked, type Ground } from "./ground.ts";

const householdNumber = (serial: number, lastDigit: number): string => `+45 13 98 7${serial} 5${lastDigit}`;

export const note = (
  desk: Desk,
  of: { readonly id: string; readonly fence: number },
  text: string,
  more: object = {},
): Promise<Reply> =>
  desk.ask("POST", `/api/cases/${of.id}/notes`, { commandId: randomUUID(), fence: of.fence, text, ...more });

/** Sample and do-not-call list come in, with rows that are refused. */
export async function filesComeIn({ anna, wave }: Ground): Promise<void> {
  const csv = (to: string, source: string, text: string) =>
    anna.csv(`${wave}/${to}?commandId=${randomUUID()}&source=${source}`, text);
  const header = "record,country,region,number,kind,number2,kind2,name\n";
  const row = (serial: number) =>
    `house-${serial},DK,DK01,${householdNumber(serial % 3, serial)},landline,,,Zebrafinke Papageno\n`;
  const wrong = `bad-1,DK,DK01,13987050x,landline,,,Zebrafinke\nbad-2,XX,DK01,+45 13 98 70 50,mobile,,,Papagena\n`;
  const brought = await csv(
    "sample-imports",
    "spring.csv",
    header + [0, 1, 2, 3, 4, 5].map(row).join("") + wrong,
  );
  asked(200, brought);
  expect(brought.body).toMatchObject({ accepted: 6 });
  expect(brought.body.refusals.length).toBeGreaterThan(0);
  asked(
    200,
    await csv("do-not-call-imports", "list.csv", "number,country\n+45 13 98 72 58,DK\n13987151z,DK\n"),
  );
  asked(422, await csv("sample-imports", "x.csv", `record,Zebrafinke,${header}`));
  asked(422, await csv("sample-imports", "x.csv", `"Zebrafinke,13987050`));
}

/** Calls with every kind of end, with names and notes. */
export async function callsAreMade(ground: Ground): Promise<readonly string[]> {
  const { mette, sofia } = ground;
  const agreed = await mette.next();
  const named = { commandId: randomUUID(), fence: agreed.fence, name: "Papagena Gulspurv" };
  asked(200, await mette.ask("POST", `/api/cases/${agreed.id}/contact`, named));
  asked(200, await note(mette, agreed, "Zebrafinke: hunden gør, ring 13 98 70 50"));
  asked(200, await mette.ask("GET", "/api/desk"));
  const { body: call } = await mette.dial(agreed);
  asked(
    200,
    await mette.close(call.id, agreed, "appointmentExact", { appointment: exact("2008-04-17", "18:00") }),
  );
  const withdrawn = await begun(mette);
  const { code } = (await mette.ask("GET", `/api/interviews/${withdrawn.interviewId}`)).body;
  await answersAll(mette, withdrawn);
  asked(200, await mette.close(withdrawn.attemptId, withdrawn.of, "complete"));
  asked(200, await sofia.ask("POST", "/api/withdrawals", { commandId: randomUUID(), code }));
  const complete = await begun(mette);
  await wrongAnswers(mette, complete);
  await answersAll(mette, complete);
  asked(200, await mette.close(complete.attemptId, complete.of, "complete"));
  const { attemptId } = await mette.rings("noAnswer");
  const refusal = {
    commandId: randomUUID(),
    disposition: "hardRefusal",
    reason: "noInterest",
    replyUsed: "none",
  };
  asked(200, await sofia.ask("POST", `/api/attempts/${attemptId}/correction`, refusal));
  await mette.rings("doNotCall");
  return lookedInto(ground, agreed.id, attemptId);
}

/** Steps that hold what nobody was asked: refused, then set aside. */
async function wrongAnswers(mette: Desk, { of, interviewId }: OnTheLine): Promise<void> {
  const step = { id: randomUUID(), seq: 2, at: "2008-04-16T15:00:00.000Z", type: "answer", variable: "sex" };
  const operations = [{ ...step, answer: { value: "Stillits" } }];
  const at = `/api/interviews/${interviewId}`;
  const refused = await mette.ask("POST", `${at}/operations`, { fence: of.fence, operations });
  expect(refused.body.replies).toMatchObject([{ status: "refused" }]);
  const body = { commandId: randomUUID(), fence: of.fence, operations, problem: "interview.offRoute" };
  asked(200, await mette.ask("POST", `${at}/set-aside`, body));
}

/** Supervisors look for cases and read them, people write to each other, files go out. @returns what the files say */
async function lookedInto(
  { mette, lars, sofia, anna, ronja, wave }: Ground,
  caseId: string,
  attemptId: string,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const search of [{ number: "+45 13 98 70 50" }, { text: "Zebrafinke" }, { number: "13987151x" }]) {
    await sofia.ask("POST", `${wave}/case-search`, search);
  }
  asked(200, await sofia.ask("GET", `/api/cases/${caseId}`));
  asked(200, await sofia.ask("GET", `/api/cases/${caseId}/notes`));
  for (const page of ["interviews", "floor", "quota-board"])
    asked(200, await sofia.ask("GET", `${wave}/${page}`));
  const toIds = [(await mette.ask("GET", "/api/session")).body.id];
  const sent = await sofia.ask("POST", "/api/messages", {
    ...{ commandId: randomUUID(), toIds, text: "Ring til Bogfinke, 13 98 71 51" },
  });
  asked(200, sent);
  const answer = { commandId: randomUUID(), replyToId: sent.body.ids[0], text: "Bogfinke er ringet op" };
  asked(200, await mette.ask("POST", "/api/messages", answer));
  for (const who of [mette, sofia]) asked(200, await who.ask("GET", "/api/messages"));
  asked(
    404,
    await lars.ask("POST", `/api/attempts/${attemptId}/correction`, {
      ...{ commandId: randomUUID(), disposition: "busy" },
    }),
  );
  asked(200, await anna.ask("POST", `${wave}/do-not-call-exports`, { commandId: randomUUID() }));
  const made = await ronja.ask("POST", `${wave}/exports`, { commandId: randomUUID(), format: "csv" });
  asked(200, made);
  for (const { name } of made.body.files) {
    files.push(name, await ronja.text(`/api/exports/${made.body.id}/files/${name}`));
  }
  return files;
}
