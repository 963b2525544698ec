// An interview as the desk holds it: folded here at once, sent behind the interviewer's back.

import type { Refused, Reply } from "@fieldline/client";
import type { EndKind } from "@fieldline/instrument";
import {
  advance,
  type CompiledRelease,
  currentStep,
  type InterviewState,
  type Operation,
  replay,
} from "@fieldline/interview";
import type { InterviewBody, OperationReply } from "@fieldline/protocol";
import { type QuotaWait, quotaWait } from "./quota-wait.ts";

type Body<Kind> = Kind extends Operation ? Omit<Kind, "id" | "seq" | "at"> : never;
/** An operation without what the desk adds: its id, its sequence, the desk's clock. */
export type Step = Exclude<Body<Operation>, { readonly type: "begin" | "checkQuota" }>;

export interface Snapshot {
  readonly state: InterviewState;
  readonly operations: readonly Operation[];
  /** Where the route ended; stays when the interview is closed. */
  readonly end: EndKind | null;
  /** The server did not take a step, and the interview stands where its log has it. */
  readonly setBack: { readonly problem: Refused; readonly steps: number } | null;
  /** Another desk has gone on with it meanwhile: what is entered here is kept for the supervisor. */
  readonly branched: boolean;
  /** No verdict came in time, and the plan has the desk close. */
  readonly waitedOut: boolean;
}

export interface LiveInterviewOptions {
  readonly compiled: CompiledRelease;
  readonly body: InterviewBody;
  /** Steps of this desk that the log in `body` does not have: kept here, on their way. */
  readonly unsent: readonly Operation[];
  /** Puts operations into the outbox, all of them together; a reply for each, in their order. */
  readonly post: (operations: readonly Operation[]) => readonly Promise<Reply<OperationReply>>[];
  /** The reply to an operation put before this page was loaded. */
  readonly replyTo: (operation: Operation) => Promise<Reply<OperationReply>>;
  /** Reads the server's log again after a refusal. */
  readonly reread: () => Promise<Reply<InterviewBody>>;
  /** The server's word has changed it, and nothing was posted with that. */
  readonly onHeard: () => void;
  /** What the plan has a desk do that gets no verdict; null without a plan. */
  readonly whenOffline: "goOn" | "close" | null;
  readonly now: () => number;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
}

export interface LiveInterview {
  readonly id: string;
  readonly body: InterviewBody;
  /** By which the respondent can take the interview back. */
  readonly code: string | null;
  readonly compiled: CompiledRelease;
  readonly snapshot: () => Snapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies steps in order and sends them together; the first that does not fit ends it and is returned. */
  readonly take: (...steps: readonly Step[]) => Refused | null;
  /** Asks for the quota verdict where one is due and none is under way. */
  readonly checkQuota: () => void;
  /** Another tab goes on with it: nothing is sent from here any more. */
  readonly stop: () => void;
}

/** Opens an interview from its log; a log that does not fold comes back as a problem. */
export function liveInterview(options: LiveInterviewOptions): LiveInterview | Refused {
  const { compiled, body } = options;
  const first = folded(compiled, body.operations as readonly unknown[] as readonly Operation[]);
  if (isRefused(first)) return first;
  let snapshot = first;
  let refused = 0;
  const listeners = new Set<() => void>();

  const become = (change: Partial<Snapshot>): void => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };

  /** Several steps refused together set the interview back once; meanwhile it takes nothing. */
  const refold = async (problem: Refused): Promise<void> => {
    refused += 1;
    if (refused > 1) return;
    wait.forget();
    let reread = await options.reread();
    while (!reread.ok && reread.problem.code.startsWith("client.")) {
      await options.pause(rereadEveryMs);
      reread = await options.reread();
    }
    const steps = refused;
    refused = 0;
    const log = reread.ok ? (reread.value.operations as readonly unknown[] as readonly Operation[]) : null;
    const next = log ? folded(compiled, log) : snapshot;
    const { branched } = snapshot;
    become({ ...(isRefused(next) ? snapshot : next), branched, setBack: { problem, steps } });
    options.onHeard();
  };

  const settled = (reply: Reply<OperationReply>): void => {
    if (!reply.ok) void refold(reply.problem);
    else if (reply.value.status === "branched") become({ branched: true });
  };

  const send = (operations: readonly Operation[]): void => {
    for (const reply of options.post(operations)) void reply.then(settled);
  };

  const stamped = (step: Step | { readonly type: "checkQuota"; readonly provisional?: true }): Operation =>
    ({
      ...step,
      id: options.newId(),
      seq: snapshot.state.seq + 1,
      at: new Date(options.now()).toISOString(),
    }) as Operation;

  const apply = (operation: Operation): Refused | null => {
    const next = advance(compiled, snapshot.state, operation);
    if (!next.ok) return next.problem;
    become({
      state: next.value,
      operations: [...snapshot.operations, operation],
      end: endOf(compiled, next.value) ?? snapshot.end,
      setBack: null,
      waitedOut: false,
    });
    return null;
  };

  const wait: QuotaWait = quotaWait({
    ...options,
    onVerdict(check, verdict) {
      apply({ ...check, verdict } as Operation);
      options.onHeard();
    },
    onUnheard(check) {
      apply(check);
      const provisional = stamped({ type: "checkQuota", provisional: true });
      if (apply(provisional) === null) send([provisional]);
    },
    onWaitedOut: () => become({ waitedOut: true }),
  });

  const checkQuota = (): void => {
    if (wait.isOn() || currentStep(compiled, snapshot.state).kind !== "quotaCheck") return;
    const check = stamped({ type: "checkQuota" });
    const [reply] = options.post([check]);
    if (!reply) return;
    void reply.then(settled);
    wait.begin(check, reply);
  };

  /** What keeps steps from being taken now. */
  const hindrance = (steps: readonly Step[]): Refused | null => {
    if (refused > 0) return { code: "interview.sequenceTaken" };
    return wait.isOn() && !steps.every(leaves) ? { code: "interview.verdictMissing" } : null;
  };

  /** Applies what fits, up to the first step that does not. */
  const applyAll = (steps: readonly Step[], taken: Operation[]): Refused | null => {
    for (const step of steps) {
      const operation = stamped(step);
      const problem = apply(operation);
      if (problem) return problem;
      taken.push(operation);
    }
    return null;
  };

  /** Closes a finished interview together with its last answer. */
  const take = (...steps: readonly Step[]): Refused | null => {
    const hindered = hindrance(steps);
    if (hindered) return hindered;
    const check = wait.forget();
    if (check) apply(check);
    const taken: Operation[] = [];
    const problem = applyAll(steps, taken);
    if (!problem && finished(compiled, snapshot.state)) {
      const complete = stamped({ type: "complete" });
      if (apply(complete) === null) taken.push(complete);
    }
    if (taken.length > 0) send(taken);
    checkQuota();
    return problem;
  };

  /** What this desk took before the page was loaded goes on being answered. */
  const takeUp = (): void => {
    for (const [place, operation] of options.unsent.entries()) {
      const reply = options.replyTo(operation);
      void reply.then(settled);
      const isPending = place === options.unsent.length - 1 && operation.type === "checkQuota";
      if (isPending && !operation.provisional) wait.begin(operation, reply);
      else apply(operation);
    }
  };

  takeUp();
  if (snapshot.state.status === "inProgress" && !wait.isOn()) take();
  return {
    id: body.id,
    body,
    code: body.code,
    compiled,
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take,
    checkQuota,
    stop: () => void wait.forget(),
  };
}

const rereadEveryMs = 2_000;

/** What may follow a check without its verdict: the call ends, and the interview may be taken up again. */
const leaves = ({ type }: Step): boolean => type === "suspend" || type === "breakOff";

const isRefused = (opened: Snapshot | Refused): opened is Refused => "code" in opened;

function folded(compiled: CompiledRelease, operations: readonly Operation[]): Snapshot | Refused {
  const state = replay(compiled, operations);
  if (!state.ok) return state.problem;
  const end = endOf(compiled, state.value);
  return { state: state.value, operations, end, setBack: null, branched: false, waitedOut: false };
}

/** Seen through a closed status: the route of a closed interview still ends where it ended. */
function endOf(compiled: CompiledRelease, state: InterviewState): EndKind | null {
  const step = currentStep(compiled, { ...state, status: "inProgress" });
  return step.kind === "end" ? step.end : null;
}

function finished(compiled: CompiledRelease, state: InterviewState): boolean {
  const step = currentStep(compiled, state);
  return step.kind === "end" && step.end === "complete";
}
