// The API as typed functions: one for each route the pages use.

import type {
  AddUser,
  CaseList,
  CaseOnDesk,
  CasePage,
  CaseSearch,
  ChangeOwnPasswordReply,
  ChangeQuotaCell,
  ChangeShift,
  ChangeShiftReply,
  ChangeUser,
  CorrectOutcome,
  CorrectOutcomeReply,
  CreateExport,
  DeskReply,
  DialReply,
  ExportBody,
  ExportList,
  Floor,
  FreeSlots,
  Heartbeat,
  HeartbeatReply,
  InboundCaseReply,
  InboundSearchReply,
  InterviewBody,
  InterviewList,
  Me,
  MessageList,
  NextCaseReply,
  NoteList,
  QuotaBoard,
  QuotaCellBody,
  QuotaCellPage,
  ReleaseBody,
  RouteName,
  SendMessageReply,
  SignIn,
  UserBody,
  UserList,
  UserWithPassword,
  WaveList,
  WaveSummary,
  WithdrawInterviewReply,
} from "@fieldline/protocol";
import { commander } from "./command.ts";
import { isSignedOut, type Parcel, sentOf } from "./outbox/parcels.ts";
import { type Reply, request, type Sent, type Wire } from "./request.ts";
import { settingUp } from "./setting-up.ts";
import { steering } from "./steering.ts";

export interface ClientOptions {
  readonly fetch?: Wire["fetch"];
  readonly timeoutMs?: number;
  readonly newId?: () => string;
  readonly pause?: (ms: number) => Promise<void>;
  readonly pauses?: readonly number[];
  /** The server no longer knows this session, or it is somebody else's by now. */
  readonly onSignedOut?: () => void;
  /** Who this page works for; its requests are nobody else's. */
  readonly user?: () => string | null;
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
    ...(options.user ? { user: options.user } : {}),
    newId: options.newId ?? (() => crypto.randomUUID()),
    pause: options.pause ?? sleep,
    pauses: options.pauses ?? [400, 1_000, 2_500],
  };
  const send = commander(wire);

  const seen = <Value>(reply: Reply<Value>): Reply<Value> => {
    if (!reply.ok && isSignedOut(reply.problem)) options.onSignedOut?.();
    return reply;
  };
  const ask = async <Value>(name: RouteName, sent?: Sent): Promise<Reply<Value>> =>
    seen(await request<Value>(wire, name, sent));
  const order: typeof send = async (...command) => seen(await send(...command));

  return {
    /** Sends an entry of the outbox once: repeating is the outbox's business. */
    deliver: (parcel: Parcel) => ask<unknown>(...sentOf(parcel)),

    signIn: (body: SignIn) => request<Me>(wire, "signIn", { body }),
    /** Unlike the others, reports a missing session only in its reply. */
    whoAmI: () => request<Me>(wire, "whoAmI"),
    signOut: () => request<void>(wire, "signOut"),

    /** All other sessions of the person end. */
    changeOwnPassword: (current: string, wanted: string) =>
      order<ChangeOwnPasswordReply>("changeOwnPassword", {}, { current, wanted }, ({ commandId }) => ({
        commandId,
        current,
        wanted,
      })),

    listWaves: () => ask<WaveList>("listWaves"),
    readWave: (wave: string) => ask<WaveSummary>("readWave", { at: { wave } }),
    ...settingUp({ ask, order }),
    ...steering({ ask, order }),
    readRelease: (fingerprint: string) => ask<ReleaseBody>("readRelease", { at: { fingerprint } }),

    readDesk: () => ask<DeskReply>("readDesk"),
    heartbeat: (body: Heartbeat) => ask<HeartbeatReply>("heartbeat", { body }),
    changeShift: (change: ChangeShift["change"]) =>
      order<ChangeShiftReply>("changeShift", {}, { change }, ({ commandId }) => ({ commandId, change })),
    listMessages: () => ask<MessageList>("listMessages"),
    /** To the interviewers named, or as an answer to a message received. */
    sendMessage: (
      content: { toIds: readonly string[]; text: string } | { replyToId: string; text: string },
    ) => order<SendMessageReply>("sendMessage", {}, content, ({ commandId }) => ({ commandId, ...content })),
    readMessages: (ids: readonly string[]) =>
      order<void>("readMessages", {}, { ids }, ({ commandId }) => ({ commandId, ids })),
    nextCase: (waveId: string) =>
      order<NextCaseReply>("nextCase", {}, { waveId }, ({ commandId }) => ({ commandId, waveId })),
    giveBack: ({ id, fence }: Held) =>
      order<void>("giveBack", { at: { case: id } }, { fence }, ({ commandId }) => ({ commandId, fence })),
    /** The server keeps the attempt under an id made here. */
    dial: (held: Held, numberId: string) => {
      const content = { caseId: held.id, numberId, fence: held.fence };
      return order<DialReply>("dial", {}, content, (ids) => ({ ...ids, ...content }));
    },
    /** Cases of the number that a caller names: it goes in the body, and nothing here keeps it. */
    searchInbound: (waveId: string, number: string) =>
      ask<InboundSearchReply>("inboundSearch", { body: { waveId, number } }),
    takeInbound: (caseId: string) =>
      order<InboundCaseReply>("inboundCase", {}, { caseId }, ({ commandId }) => ({ commandId, caseId })),
    /** The caller is on the line: an attempt without a dial. */
    answerCall: (held: Held, numberId: string) => {
      const content = { caseId: held.id, numberId, fence: held.fence };
      return order<DialReply>("answerCall", {}, content, (ids) => ({ ...ids, ...content }));
    },
    /** Mends an outcome. */
    correctOutcome: (attempt: string, content: Omit<CorrectOutcome, "commandId">) =>
      order<CorrectOutcomeReply>("correctOutcome", { at: { attempt } }, content, ({ commandId }) => ({
        commandId,
        ...content,
      })),
    /** Times for an appointment, from a local date on (without one: from today where the respondent is). */
    freeSlots: (of: string, date?: string) =>
      ask<FreeSlots>("freeSlots", { at: { case: of }, query: { date } }),

    /** Contact data. Reading it is journalled. */
    readNotes: (of: string) => ask<NoteList>("readNotes", { at: { case: of } }),
    searchCases: (wave: string, body: CaseSearch) => ask<CaseList>("searchCases", { at: { wave }, body }),
    readCase: (of: string) => ask<CasePage>("readCase", { at: { case: of } }),

    readInterview: (interview: string) => ask<InterviewBody>("readInterview", { at: { interview } }),

    /** By the code the respondent was given; nothing they said stays. */
    withdrawInterview: (code: string) =>
      order<WithdrawInterviewReply>("withdrawInterview", {}, { code }, ({ commandId }) => ({
        commandId,
        code,
      })),

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

    listUsers: () => ask<UserList>("listUsers"),
    /** The password comes back this once; a repetition is refused with `user.passwordShownOnce`. */
    addUser: (person: Omit<AddUser, "commandId">) =>
      order<UserWithPassword>("addUser", {}, person, ({ commandId }) => ({ commandId, ...person })),
    changeUser: (user: string, change: Omit<ChangeUser, "commandId">) =>
      order<UserBody>("changeUser", { at: { user } }, change, ({ commandId }) => ({ commandId, ...change })),
    resetPassword: (user: string) =>
      order<UserWithPassword>("resetPassword", { at: { user } }, {}, ({ commandId }) => ({ commandId })),
  };
}

export type Client = ReturnType<typeof createClient>;
