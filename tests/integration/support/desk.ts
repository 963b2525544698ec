// A desk in words: what an interviewer does, each step one real request.

import { randomUUID } from "node:crypto";
import { followUpOf, isDispositionKey } from "@fieldline/calling";
import { interviewCode } from "@fieldline/interview";
import type {
  BeginInterview,
  CaseOnDesk,
  CloseAttemptReply,
  NextCaseReply,
  OperationReply,
  RecordReply,
} from "@fieldline/protocol";
import type { FastifyInstance, InjectOptions } from "fastify";
import { expect } from "vitest";

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies of every route; the tests look into them
  readonly body: any;
}

export interface Desk {
  readonly name: string;
  /** Of the session, for whoever asks another server or opens a socket. */
  readonly cookie: string;
  ask(method: "GET" | "POST" | "PATCH" | "DELETE", url: string, payload?: object): Promise<Reply>;
  /** Brings a file of comma-separated values. */
  csv(url: string, file: string | Buffer): Promise<Reply>;
  /** A file as it comes. */
  text(url: string): Promise<string>;
  /** The next case; fails the test when there is none. */
  next(): Promise<CaseOnDesk>;
  nextReply(commandId?: string): Promise<Reply>;
  dial(of: CaseOnDesk, number?: number, change?: object): Promise<Reply>;
  /** With what a refusal or a language problem needs, unless something else is given. */
  close(attemptId: string, of: CaseOnDesk, disposition: string, followUp?: object): Promise<Reply>;
  /** Next case, dial, close; what the case came to. */
  rings(
    disposition: string,
    followUp?: object,
  ): Promise<{ case: CaseOnDesk; attemptId: string; after: CloseAttemptReply }>;
  begins(of: CaseOnDesk, attemptId: string, language?: string): Promise<string>;
  /** Posts operations one after the other from `seq` on, in one batch. */
  records(interviewId: string, of: CaseOnDesk, seq: number, steps: readonly object[]): Promise<RecordReply>;
}

export async function deskOf(
  app: FastifyInstance,
  who: { name: string; password: string; waveId: string },
): Promise<Desk> {
  const signedIn = await app.inject({
    method: "POST",
    url: "/api/session",
    payload: { name: who.name, password: who.password },
  });
  expect(signedIn.statusCode, signedIn.body).toBe(200);
  const cookie = `${signedIn.cookies[0]?.name}=${signedIn.cookies[0]?.value}`;

  const ask: Desk["ask"] = async (method, url, payload) => {
    const options: InjectOptions = { method, url, headers: { cookie }, ...(payload ? { payload } : {}) };
    const reply = await app.inject(options);
    return { status: reply.statusCode, body: reply.body === "" ? null : reply.json() };
  };
  const desk: Desk = {
    name: who.name,
    cookie,
    ask,
    csv: async (url, file) => {
      const headers = { cookie, "content-type": "text/csv" };
      const reply = await app.inject({ method: "POST", url, headers, payload: file });
      return { status: reply.statusCode, body: reply.json() };
    },
    text: async (url) => (await app.inject({ method: "GET", url, headers: { cookie } })).body,
    nextReply: (commandId = randomUUID()) =>
      ask("POST", "/api/desk/next-case", { commandId, waveId: who.waveId }),
    next: async () => {
      const { status, body } = await desk.nextReply();
      expect(status, JSON.stringify(body)).toBe(200);
      const reply = body as NextCaseReply;
      if ("case" in reply) return reply.case;
      return expect.fail(`no case: ${JSON.stringify(reply.nothing)}`);
    },
    dial: (of, number = 0, change = {}) =>
      ask("POST", "/api/attempts", {
        commandId: randomUUID(),
        id: randomUUID(),
        caseId: of.id,
        numberId: of.numbers[number]?.id,
        fence: of.fence,
        ...change,
      }),
    close: (attemptId, of, disposition, followUp = usualFollowUp(disposition)) =>
      ask("POST", `/api/attempts/${attemptId}/disposition`, {
        commandId: randomUUID(),
        fence: of.fence,
        disposition,
        ...followUp,
      }),
    rings: async (disposition, followUp) => {
      const of = await desk.next();
      const dialled = await desk.dial(of);
      expect(dialled.status, JSON.stringify(dialled.body)).toBe(200);
      const closed = await desk.close(dialled.body.id, of, disposition, followUp);
      expect(closed.status, JSON.stringify(closed.body)).toBe(200);
      return { case: of, attemptId: dialled.body.id, after: closed.body };
    },
    begins: async (of, attemptId, language = "da") => {
      const beginning = beginningOf(of, attemptId, { language });
      const begun = await ask("POST", "/api/interviews", beginning);
      expect(begun.status, JSON.stringify(begun.body)).toBe(200);
      return beginning.id;
    },
    records: async (interviewId, of, seq, steps) => {
      const operations = steps.map((step, index) => ({
        id: randomUUID(),
        seq: seq + index,
        at: "2008-04-16T15:00:00.000Z",
        ...step,
      }));
      const reply = await ask("POST", `/api/interviews/${interviewId}/operations`, {
        fence: of.fence,
        operations,
      });
      expect(reply.status, JSON.stringify(reply.body)).toBe(200);
      return reply.body as RecordReply;
    },
  };
  return desk;
}

/** The body with which a desk begins an interview. */
export const beginningOf = (
  of: Pick<CaseOnDesk, "fence" | "release">,
  attemptId: string,
  change: Partial<BeginInterview> = {},
): BeginInterview => ({
  commandId: randomUUID(),
  id: randomUUID(),
  attemptId,
  fence: of.fence,
  language: "da",
  operationId: randomUUID(),
  seed: randomUUID(),
  code: interviewCode(randomUUID()),
  at: "2008-04-16T15:00:00.000Z",
  release: of.release,
  ...change,
});

function usualFollowUp(disposition: string): object {
  const needed = isDispositionKey(disposition) ? followUpOf(disposition) : "none";
  if (needed === "refusal") return { reason: "noInterest", replyUsed: "none" };
  return needed === "language" ? { languageNeeded: "en" } : {};
}

export const statuses = (reply: RecordReply): OperationReply["status"][] =>
  reply.replies.map(({ status }) => status);
