// What the line does, in words, with the time since the dial or the answer.

import { duration, useWording } from "@fieldline/wording";
import type { Call } from "../seat/seat-state.ts";

export interface LineStatusProps {
  readonly call: Call | null;
  readonly elapsed: number;
  /** Somebody has rung us and waits to be answered. */
  readonly inbound: boolean;
}

export function LineStatus({ call, elapsed, inbound }: LineStatusProps) {
  const { t } = useWording();
  const answeredAt = call?.script.events.find(({ event }) => event === "answered")?.atMs ?? 0;
  const line = inbound ? "inbound" : (call?.line ?? "idle");
  const talking = call?.line === "answered";
  return (
    <p className="co-line" data-line={call?.line ?? "idle"} role="status">
      <strong>{t(`console.line.${line}`)}</strong>
      {call && (
        <span className="co-number" aria-hidden="true">
          {duration(talking ? elapsed - answeredAt : elapsed)}
        </span>
      )}
    </p>
  );
}
