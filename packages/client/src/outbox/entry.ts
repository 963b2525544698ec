// What waits at a desk for the server: operations of interviews, commands of calls.

import type { RecordOperations, RouteName } from "@fieldline/protocol";
import type { Refused } from "../request.ts";

export type PostedOperation = RecordOperations["operations"][number];

interface OfOperation {
  readonly kind: "operation";
  readonly interview: string;
  readonly fence: number;
  readonly operation: PostedOperation;
  /** While the server has not taken the begin of its interview: what the begin said. */
  readonly begin?: BeginUnheard;
}

export interface BeginUnheard {
  readonly attemptId: string;
  readonly code: string;
  readonly operation: unknown;
}

interface OfCommand {
  readonly kind: "command";
  readonly route: RouteName;
  /** Values of the `:name` parts of the route's path. */
  readonly at: Readonly<Record<string, string>>;
  /** With the `commandId` under which it goes out, however often. */
  readonly body: Readonly<Record<string, unknown>> & { readonly commandId: string };
  /** Refused though nothing else may hold what it holds: sent again when its user signs in the next time. */
  readonly held?: true;
}

/** Entries of one lane go out in the order in which they were put; lanes do not wait for each other. */
export type NewEntry = (OfOperation | OfCommand) & { readonly lane: string };

export type Entry = NewEntry & {
  /** Rises with every entry of this browser. */
  readonly order: number;
  /** Whose it is: nobody else sees or sends it. */
  readonly user: string;
};
export type OperationEntry = Extract<Entry, OfOperation>;
export type CommandEntry = Extract<Entry, OfCommand>;

/** What is refused together: the first, and all that was said over it. */
export type Refusable = readonly [Entry, ...Entry[]];

/** Whether it is on its way, and not held for another time. */
export const isOnItsWay = (entry: Entry): boolean => entry.kind === "operation" || entry.held !== true;

/** The id under which the server knows it. */
export const idOf = (entry: NewEntry): string =>
  entry.kind === "operation" ? entry.operation.id : entry.body.commandId;

/** That something was refused, without what it held; the desk shows it until it is put away. */
export interface AsideNote {
  readonly id: string;
  readonly user: string;
  /** Machine milliseconds since 1970. */
  readonly at: number;
  /** Route of the refused command; `recordOperations` for steps of an interview. */
  readonly route: RouteName;
  readonly steps: number;
  readonly problem: Refused;
}
