// How safe the answers are, in words: saved only after the server has acknowledged them.

import type { OperationQueue } from "@fieldline/client";
import { useWording } from "@fieldline/wording";
import { useSyncExternalStore } from "react";
import { clockTime } from "./clock-time.ts";

export const useQueueState = (queue: OperationQueue) => useSyncExternalStore(queue.subscribe, queue.state);

export function SaveBadge({ queue }: { readonly queue: OperationQueue }) {
  const { t, language } = useWording();
  const state = useQueueState(queue);
  return (
    <span className="co-badge" data-state={state.kind} role="status">
      {state.kind === "saved" && `✓ ${t("console.save.saved")}`}
      {state.kind === "sending" && `↑ ${t("console.save.sending", { count: state.unsent })}`}
      {state.kind === "offline" &&
        `⚠ ${t("console.save.offline", { time: clockTime(state.since, language) })}, ${t("console.save.unsent", { count: state.unsent })}`}
      {state.kind === "refused" &&
        `✕ ${t("console.save.refused")}: ${t("console.interview.setAside", { count: state.setAside })}`}
    </span>
  );
}
