// An interview as the desk holds it: folded here at once, posted behind the interviewer's back.

import {
  createOperationQueue,
  type OperationQueue,
  type PostedOperation,
  type Refused,
  type Reply,
} from "@fieldline/client";
import type { EndKind } from "@fieldline/instrument";
import {
  advance,
  type CompiledRelease,
  currentStep,
  type InterviewState,
  type Operation,
  replay,
} from "@fieldline/interview";
import type { InterviewBody, RecordReply } from "@fieldline/protocol";

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
}

export interface LiveInterviewOptions {
  readonly compiled: CompiledRelease;
  readonly body: InterviewBody;
  readonly post: (operations: PostedOperation[]) => Promise<Reply<RecordReply>>;
  /** Reads the server's log again after a refusal. */
  readonly reread: () => Promise<Reply<InterviewBody>>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
}

export interface LiveInterview {
  readonly id: string;
  /** By which the respondent can take the interview back. */
  readonly code: string | null;
  readonly compiled: CompiledRelease;
  readonly queue: OperationQueue;
  readonly snapshot: () => Snapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies steps in order and posts them in one batch; the first that does not fit ends it and is returned. */
  readonly take: (...steps: readonly Step[]) => Refused | null;
  /** Asks for the quota verdict where one is due and none is under way. */
  readonly checkQuota: () => void;
}

/** Opens an interview from its log; a log that does not fold comes back as a problem. */
export function liveInterview(options: LiveInterviewOptions): LiveInterview | Refused {
  const { compiled, body } = options;
  const first = folded(compiled, body);
  if (isRefused(first)) return first;
  let snapshot = first;
  let checking = false;
  const listeners = new Set<() => void>();

  const become = (next: Snapshot): void => {
    snapshot = next;
    for (const listener of listeners) listener();
  };

  const refold = async (problem: Refused, steps: number): Promise<void> => {
    const reread = await options.reread();
    const next = reread.ok ? folded(compiled, reread.value) : reread.problem;
    become({ ...(isRefused(next) ? snapshot : next), setBack: { problem, steps } });
  };

  const queue = createOperationQueue({
    post: options.post,
    now: options.now,
    pause: options.pause,
    onRefused: (problem, setAside) => void refold(problem, setAside.length),
  });

  const stamped = (step: Step | { readonly type: "checkQuota" }): Operation =>
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
    });
    return null;
  };

  const checkQuota = (): void => {
    if (checking || currentStep(compiled, snapshot.state).kind !== "quotaCheck") return;
    checking = true;
    const operation = stamped({ type: "checkQuota" });
    void queue.fateOf(operation.id).then((fate) => {
      checking = false;
      if (fate.verdict) apply({ ...operation, verdict: fate.verdict } as Operation);
    });
    queue.push(operation as PostedOperation);
  };

  /** Closes a finished interview in the batch of its last answer. */
  const take = (...steps: readonly Step[]): Refused | null => {
    if (checking) return { code: "interview.verdictMissing" };
    const taken: Operation[] = [];
    let problem: Refused | null = null;
    for (const step of steps) {
      const operation = stamped(step);
      problem = apply(operation);
      if (problem) break;
      taken.push(operation);
    }
    if (!problem && finished(compiled, snapshot.state)) {
      const complete = stamped({ type: "complete" });
      if (apply(complete) === null) taken.push(complete);
    }
    if (taken.length > 0) queue.push(...(taken as PostedOperation[]));
    checkQuota();
    return problem;
  };

  if (snapshot.state.status === "inProgress") take();
  return {
    id: body.id,
    code: body.code,
    compiled,
    queue,
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take,
    checkQuota,
  };
}

const isRefused = (opened: Snapshot | Refused): opened is Refused => "code" in opened;

function folded(compiled: CompiledRelease, body: InterviewBody): Snapshot | Refused {
  const operations = body.operations as readonly unknown[] as readonly Operation[];
  const state = replay(compiled, operations);
  if (!state.ok) return state.problem;
  return { state: state.value, operations, end: endOf(compiled, state.value), setBack: null };
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
