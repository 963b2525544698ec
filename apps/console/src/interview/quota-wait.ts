// Waiting for the verdict of a quota check: as long as a respondent can be kept waiting, then by the plan's policy.

import type { Reply } from "@fieldline/client";
import type { Operation, Verdict } from "@fieldline/interview";
import type { OperationReply } from "@fieldline/protocol";

/** Time for one sentence to the respondent. */
const patienceMs = 8_000;

export interface QuotaWaitOptions {
  readonly whenOffline: "goOn" | "close" | null;
  readonly pause: (ms: number) => Promise<void>;
  readonly onVerdict: (check: Operation, verdict: Verdict) => void;
  /** No verdict in time: the desk goes on as if there were a place. */
  readonly onUnheard: (check: Operation) => void;
  /** No verdict in time: the desk is to close politely, unless one comes after all. */
  readonly onWaitedOut: () => void;
}

export interface QuotaWait {
  readonly isOn: () => boolean;
  readonly begin: (check: Operation, reply: Promise<Reply<OperationReply>>) => void;
  /** Ends it and hands back the check that was waited for. */
  readonly forget: () => Operation | null;
}

export function quotaWait({
  whenOffline,
  pause,
  onVerdict,
  onUnheard,
  onWaitedOut,
}: QuotaWaitOptions): QuotaWait {
  let waited: Operation | null = null;

  const forget = (): Operation | null => {
    const check = waited;
    waited = null;
    return check;
  };

  return {
    isOn: () => waited !== null,
    forget,
    begin(check, reply) {
      waited = check;
      void reply.then((answer) => {
        if (waited !== check) return;
        forget();
        if (!answer.ok) return;
        if (answer.value.verdict) onVerdict(check, answer.value.verdict);
        else onUnheard(check);
      });
      void pause(patienceMs).then(() => {
        if (waited !== check) return;
        if (whenOffline === "close") return onWaitedOut();
        forget();
        onUnheard(check);
      });
    },
  };
}
