// Requests of the desk: shift, case, call, interview, messages.

import type { RouteName } from "@fieldline/protocol";
import { beginningOf } from "../desk.ts";
import type { Field } from "../field.ts";
import type { Work } from "./households.ts";
import type { People, Person } from "./people.ts";
import { commandId, nothing, type Sample } from "./sample.ts";

export function ofDesk(field: Field, work: Work) {
  const at = "2008-04-16T15:00:00.000Z";
  return {
    readDesk: [nothing],
    changeShift: [{ own: () => ({ body: { commandId, change: "start" } }) }],
    nextCase: [{ own: () => ({ body: { commandId, waveId: field.waveId } }) }],
    heartbeat: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence } = await work.takes(who);
          return { body: { caseId: id, fence } };
        },
      },
    ],
    giveBack: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence } = await work.takes(who);
          return { at: { case: id }, body: { commandId, fence } };
        },
      },
    ],
    dial: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence, numbers } = await work.takes(who);
          const numberId = numbers[0]?.id ?? "";
          return { body: { commandId, id: commandId, caseId: id, numberId, fence } };
        },
      },
    ],
    inboundSearch: [{ own: () => ({ body: { waveId: field.waveId, number: "+45 13 00 00 01" } }) }],
    inboundCase: [
      {
        own: async (who: Person) => {
          const of = await work.takes(who);
          await work.givesBack(who, of);
          return { body: { commandId, caseId: of.id } };
        },
      },
    ],
    answerCall: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence, numbers } = await work.takes(who);
          const numberId = numbers[0]?.id ?? "";
          return { body: { commandId, id: commandId, caseId: id, numberId, fence } };
        },
      },
    ],
    closeAttempt: [
      {
        desk: true,
        own: async (who: Person) => {
          const { of, attemptId } = await work.rings(who);
          return {
            at: { attempt: attemptId },
            body: { commandId, fence: of.fence, disposition: "noAnswer" },
          };
        },
      },
    ],
    beginInterview: [
      {
        desk: true,
        own: async (who: Person) => {
          const { of, attemptId } = await work.rings(who);
          return { body: beginningOf(of, attemptId, { commandId, id: commandId }) };
        },
      },
    ],
    readInterview: [
      {
        desk: true,
        own: async (who: Person) => ({ at: { interview: (await work.begins(who)).interviewId } }),
      },
    ],
    recordOperations: [
      {
        desk: true,
        own: async (who: Person) => {
          const { of, interviewId } = await work.begins(who);
          const operations = [{ id: commandId, seq: 2, at, type: "choose", script: "S_SELECT", code: 1 }];
          return { at: { interview: interviewId }, body: { fence: of.fence, operations } };
        },
      },
    ],
    setAsideOperations: [
      {
        desk: true,
        own: async (who: Person) => {
          const { of, attemptId, interviewId, code } = await work.begins(who);
          const said = { id: commandId, seq: 1, at, type: "begin", interviewId, release: of.release };
          const operations = [{ ...said, country: "DK", language: "da", seed: "seed", prefill: {} }];
          const why = { problem: "interview.underWay", begin: { attemptId, code } };
          return { at: { interview: interviewId }, body: { commandId, fence: of.fence, operations, ...why } };
        },
      },
    ],
    setAsideRequest: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence } = await work.takes(who);
          const body = { commandId, fence, route: "addNote", problem: "calling.leaseLost" };
          return { at: { case: id }, body };
        },
      },
    ],
    addNote: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence } = await work.takes(who);
          return { at: { case: id }, body: { commandId, fence, text: "Ring efter fem" } };
        },
      },
    ],
    nameContact: [
      {
        desk: true,
        own: async (who: Person) => {
          const { id, fence } = await work.takes(who);
          return { at: { case: id }, body: { commandId, fence, name: "Karin" } };
        },
      },
    ],
    freeSlots: [
      {
        own: async (who: Person, people: People) => {
          const at = who.role === "interviewer" ? who : await people.of("interviewer");
          return { at: { case: (await work.takes(at)).id } };
        },
      },
    ],
  } satisfies Partial<Record<RouteName, readonly Sample[]>>;
}

export function ofMessages(work: Work) {
  return {
    listMessages: [nothing],
    sendMessage: [
      {
        what: "to interviewers",
        roles: ["supervisor", "administrator"],
        own: async (_who: Person, people: People) => ({
          body: { commandId, toIds: [(await people.of("interviewer")).id], text: "Godt gået" },
        }),
      },
      {
        what: "in answer",
        own: async (who: Person, people: People) => ({
          body: { commandId, replyToId: await work.written(who, people), text: "Tak" },
        }),
      },
    ],
    readMessages: [
      {
        own: async (who: Person, people: People) => ({
          body: { commandId, ids: [await work.written(who, people)] },
        }),
      },
    ],
  } satisfies Partial<Record<RouteName, readonly Sample[]>>;
}
