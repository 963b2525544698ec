// The API as typed functions: one for each route the pages use.

import type {
  CaseOnDesk,
  ChangeQuotaCell,
  CloseAttempt,
  CloseAttemptReply,
  CreateExport,
  DeskReply,
  DialReply,
  ExportBody,
  ExportList,
  Floor,
  Heartbeat,
  HeartbeatReply,
  InterviewBody,
  InterviewList,
  Me,
  NextCaseReply,
  QuotaBoard,
  QuotaCellBody,
  QuotaCellPage,
  RecordOperations,
  RecordReply,
  ReleaseBody,
  RouteName,
  SignIn,
  WaveList,
  WaveSummary,
} from "@fieldline/protocol";
import { commander } from "./command.ts";
import { type Reply, request, type Sent, type Wire } from "./request.ts";

export interface ClientOptions {
  readonly fetch?: Wire["fetch"];
  readonly timeoutMs?: number;
  readonly newId?: () => string;
  readonly pause?: (ms: number) => Promise<void>;
  readonly pauses?: readonly number[];
  /** The server no longer knows this session. */
  readonly onSignedOut?: () => void;
}

export interface InterviewFilter {
  readonly status?: string;
  readonly country?: string;
  readonly overQuota?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

type Held = Pick<CaseOnDesk, "id" | "fence">;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A client of the server this page came from. Its functions never throw; see `Reply`. */
export function createClient(options: ClientOptions = {}) {
  const wire = {
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    timeoutMs: options.timeoutMs ?? 10_000,
    newId: options.newId ?? (() => crypto.randomUUID()),
    pause: options.pause ?? sleep,
    pauses: options.pauses ?? [400, 1_000, 2_500],
  };
  const send = commander(wire);

  const seen = <Value>(reply: Reply<Value>): Reply<Value> => {
    if (!reply.ok && reply.problem.code === "session.missing") options.onSignedOut?.();
    return reply;
  };
  const ask = async <Value>(name: RouteName, sent?: Sent): Promise<Reply<Value>> =>
    seen(await request<Value>(wire, name, sent));
  const order: typeof send = async (...command) => seen(await send(...command));

  return {
    signIn: (body: SignIn) => request<Me>(wire, "signIn", { body }),
    /** Unlike the others, reports a missing session only in its reply. */
    whoAmI: () => request<Me>(wire, "whoAmI"),
    signOut: () => request<void>(wire, "signOut"),

    listWaves: () => ask<WaveList>("listWaves"),
    readWave: (wave: string) => ask<WaveSummary>("readWave", { at: { wave } }),
    readRelease: (fingerprint: string) => ask<ReleaseBody>("readRelease", { at: { fingerprint } }),

    readDesk: () => ask<DeskReply>("readDesk"),
    heartbeat: (body: Heartbeat) => ask<HeartbeatReply>("heartbeat", { body }),
    nextCase: (waveId: string) =>
      order<NextCaseReply>("nextCase", {}, { waveId }, ({ commandId }) => ({ commandId, waveId })),
    giveBack: ({ id, fence }: Held) =>
      order<void>("giveBack", { at: { case: id } }, { fence }, ({ commandId }) => ({ commandId, fence })),
    /** The server keeps the attempt under an id made here. */
    dial: (held: Held, numberId: string) => {
      const content = { caseId: held.id, numberId, fence: held.fence };
      return order<DialReply>("dial", {}, content, (ids) => ({ ...ids, ...content }));
    },
    closeAttempt: (attempt: string, content: Omit<CloseAttempt, "commandId">) =>
      order<CloseAttemptReply>("closeAttempt", { at: { attempt } }, content, ({ commandId }) => ({
        commandId,
        ...content,
      })),

    beginInterview: (content: { attemptId: string; fence: number; language: string }) =>
      order<InterviewBody>("beginInterview", {}, content, (ids) => ({ ...ids, ...content })),
    readInterview: (interview: string) => ask<InterviewBody>("readInterview", { at: { interview } }),
    /** Sent once: repeating, in order and without gaps, is the operation queue's business. */
    recordOperations: (interview: string, body: RecordOperations) =>
      ask<RecordReply>("recordOperations", { at: { interview }, body }),

    listInterviews: (wave: string, filter: InterviewFilter = {}) =>
      ask<InterviewList>("listInterviews", { at: { wave }, query: { ...filter } }),
    quotaBoard: (wave: string) => ask<QuotaBoard>("quotaBoard", { at: { wave } }),
    /** The cell as it stands afterwards. */
    changeQuotaCell: (wave: string, cell: string, change: ChangeQuotaCell["change"]) =>
      order<QuotaCellBody>("changeQuotaCell", { at: { wave, cell } }, { change }, ({ commandId }) => ({
        commandId,
        change,
      })),
    readQuotaCell: (wave: string, cell: string) =>
      ask<QuotaCellPage>("readQuotaCell", { at: { wave, cell } }),
    readFloor: (wave: string) => ask<Floor>("readFloor", { at: { wave } }),
    createExport: (wave: string, format: CreateExport["format"]) =>
      order<ExportBody>("createExport", { at: { wave } }, { format }, ({ commandId }) => ({
        commandId,
        format,
      })),
    listExports: (wave: string) => ask<ExportList>("listExports", { at: { wave } }),
    readExport: (id: string) => ask<ExportBody>("readExport", { at: { export: id } }),
  };
}

export type Client = ReturnType<typeof createClient>;
