// What a server under faults does to itself: at the n-th time a moment is reached it dies, stalls, or loses a connection.

import { setTimeout as pause } from "node:timers/promises";
import type { FaultPoint, Reach } from "../../../apps/server/src/platform/faults.ts";

export const acts = ["kill", "stall", "breakConnection"] as const;
export type Act = (typeof acts)[number];

export interface Strike {
  readonly point: FaultPoint;
  /** Counted from when it was armed; 1 is the next time. */
  readonly nth: number;
  readonly act: Act;
  /** How long it stalls. */
  readonly ms: number;
}

export interface Strikes {
  arm(strike: Strike): void;
  readonly reach: Reach;
}

/** `told` hears of every strike just before it falls. */
export function strikes(told: (strike: Strike) => Promise<void>): Strikes {
  let armed: { readonly strike: Strike; left: number }[] = [];
  const fall = async (strike: Strike): Promise<void> => {
    await told(strike);
    if (strike.act === "stall") return pause(strike.ms);
    if (strike.act === "breakConnection")
      throw Object.assign(new Error("Connection terminated unexpectedly"), { code: "ECONNRESET" });
    process.kill(process.pid, "SIGKILL");
    return pause(60_000);
  };
  return {
    arm: (strike) => void armed.push({ strike, left: strike.nth }),
    reach: (point) => {
      const mine = armed.filter((one) => one.strike.point === point);
      for (const one of mine) one.left--;
      const [due] = mine.filter(({ left }) => left === 0);
      if (!due) return;
      armed = armed.filter((one) => one !== due);
      return fall(due.strike);
    },
  };
}
