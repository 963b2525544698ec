// How safe the answers are, in words: saved only after the server has acknowledged them.

import type { OutboxState } from "@fieldline/client";
import { useWording } from "@fieldline/wording";
import { useOutbox } from "../use-seat.ts";
import { clockTime } from "./clock-time.ts";
import { TroubleSaid } from "./TroubleSaid.tsx";

export type Safety = "saved" | "sending" | "offline" | "inMemory";

/** What is kept here survives the page; what is only in memory does not. */
export function safetyOf({ unkept, waiting, since, durable }: OutboxState): Safety {
  if (unkept + waiting === 0) return "saved";
  if (!durable) return "inMemory";
  return since === null ? "sending" : "offline";
}

export function SaveBadge() {
  const { t, language } = useWording();
  const state = useOutbox();
  const safety = safetyOf(state);
  const count = state.unkept + state.waiting;
  const offline =
    safety === "offline" && t("console.save.offline", { time: clockTime(state.since ?? 0, language) });
  const inMemory = safety === "inMemory" && t("console.save.inMemory", { count });
  return (
    <>
      <span className="co-badge" data-state={safety}>
        {safety === "saved" && `✓ ${t("console.save.saved")}`}
        {safety === "sending" && `↑ ${t("console.save.sending", { count })}`}
        {offline && `⚠ ${offline}, ${t("console.save.kept", { count: state.waiting })}`}
        {inMemory && `⚠ ${inMemory}`}
      </span>
      <TroubleSaid trouble={offline || null} saved={safety === "saved"} />
    </>
  );
}
