// What goes out next, and what the server's answer does to what waits.

import type { OperationReply, RecordReply, RouteName } from "@fieldline/protocol";
import { mayRepeat, type Refused, type Reply, type Sent } from "../request.ts";
import {
  type CommandEntry,
  type Entry,
  idOf,
  isOnItsWay,
  type OperationEntry,
  type Refusable,
} from "./entry.ts";

export type Parcel =
  | { readonly kind: "operations"; readonly entries: readonly [OperationEntry, ...OperationEntry[]] }
  | { readonly kind: "command"; readonly entry: CommandEntry };

/** As many operations as the server takes at once. */
const batchLimit = 200;

/**
 * The head of every lane: a command by itself, or operations of one interview as far as they follow each other. An
 * interview is not taken back while steps of it are still handed in, or they would come after it.
 */
export function nextParcels(waiting: readonly Entry[]): readonly Parcel[] {
  const lanes = new Map<string, Entry[]>();
  for (const entry of waiting.filter(isOnItsWay))
    lanes.set(entry.lane, [...(lanes.get(entry.lane) ?? []), entry]);
  const handsIn = waiting.some((entry) => isOnItsWay(entry) && isReport(entry));
  return [...lanes.values()]
    .filter(([head]) => !(handsIn && head?.kind === "command" && head.route === "withdrawInterview"))
    .flatMap((lane) => parcelOf(lane) ?? []);
}

/** Steps handed in after they were refused; no other entry holds what they hold. */
export const isReport = (entry: Entry): boolean =>
  entry.kind === "command" && entry.route === "setAsideOperations";

export const laneOf = (parcel: Parcel): string =>
  parcel.kind === "command" ? parcel.entry.lane : parcel.entries[0].lane;

function parcelOf([head, ...rest]: readonly Entry[]): Parcel | null {
  if (!head) return null;
  if (head.kind === "command") return { kind: "command", entry: head };
  const entries: [OperationEntry, ...OperationEntry[]] = [head];
  for (const entry of rest) {
    const follows = entry.kind === "operation" && entry.interview === head.interview;
    if (!follows || entry.fence !== head.fence || entries.length === batchLimit) break;
    entries.push(entry);
  }
  return { kind: "operations", entries };
}

/** The request that carries a parcel. */
export function sentOf(parcel: Parcel): [RouteName, Sent] {
  if (parcel.kind === "command") {
    const { route, at, body } = parcel.entry;
    return [route, { at, body }];
  }
  const [{ interview, fence }] = parcel.entries;
  const operations = parcel.entries.map(({ operation }) => operation);
  return ["recordOperations", { at: { interview }, body: { fence, operations } }];
}

/** What somebody who waits for an entry is told. */
export interface Answer {
  readonly id: string;
  readonly reply: Reply<unknown>;
}

export interface Judged {
  readonly answers: readonly Answer[];
  /** Acknowledged, or refused: it waits no longer. */
  readonly gone: readonly Entry[];
  readonly refused: { readonly entries: Refusable; readonly problem: Refused } | null;
}

/**
 * What an answer does; `later` where nobody knows what became of the parcel, so that it goes out again. After a refusal
 * all that still waits of that interview is refused with it: it was said over steps the server does not have.
 */
export function judge(parcel: Parcel, reply: Reply<unknown>, waiting: readonly Entry[]): Judged | "later" {
  if (!reply.ok && waits(reply.problem)) return "later";
  if (parcel.kind === "command") return judgeCommand(parcel.entry, reply);
  if (!reply.ok) return refuseFrom(parcel.entries[0], reply.problem, waiting, []);
  const { replies } = reply.value as RecordReply;
  const answers: Answer[] = [];
  const taken: Entry[] = [];
  for (const entry of parcel.entries) {
    const fate = replies.find(({ id }) => id === entry.operation.id);
    if (!fate) break;
    if (!acknowledged(fate)) {
      const rest = refuseFrom(entry, problemOf(fate), waiting, taken);
      return { ...rest, answers: [...answers, ...rest.answers], gone: [...taken, ...rest.gone] };
    }
    answers.push({ id: entry.operation.id, reply: { ok: true, value: fate } });
    taken.push(entry);
  }
  return taken.length === 0 ? "later" : { answers, gone: taken, refused: null };
}

function judgeCommand(entry: CommandEntry, reply: Reply<unknown>): Judged {
  const refused = reply.ok ? null : { entries: [entry] as const, problem: reply.problem };
  return { answers: [{ id: idOf(entry), reply }], gone: [entry], refused };
}

function refuseFrom(
  first: OperationEntry,
  problem: Refused,
  waiting: readonly Entry[],
  taken: readonly Entry[],
): Judged {
  const behind = waiting.filter(
    (entry) =>
      entry.kind === "operation" &&
      entry.interview === first.interview &&
      entry.order > first.order &&
      !taken.includes(entry),
  );
  const entries = [first, ...behind] as const;
  const reply: Reply<unknown> = { ok: false, problem };
  return {
    answers: entries.map((entry) => ({ id: idOf(entry), reply })),
    gone: entries,
    refused: { entries, problem },
  };
}

const acknowledged = ({ status }: OperationReply): boolean =>
  status === "ok" || status === "duplicate" || status === "branched";

function problemOf({ problem }: OperationReply): Refused {
  const { code, params } = problem ?? { code: "interview.sequenceTaken" };
  return { code, ...(params ? { params } : {}) };
}

/** A lost session waits until its user has signed in again; nothing is given up for that. */
const waits = (problem: Refused): boolean =>
  isOfTheLine(problem) || (problem.status !== undefined && problem.status >= 500);

/** Nothing else would get through either; other failures are the parcel's own. */
export const isOfTheLine = (problem: Refused): boolean =>
  mayRepeat(problem) || problem.code === "client.unreadable" || isSignedOut(problem);

/** Nobody is signed in, or somebody else is. */
export const isSignedOut = ({ code }: Refused): boolean =>
  code === "session.missing" || code === "session.otherUser";
