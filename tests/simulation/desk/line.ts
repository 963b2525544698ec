// The line between a desk and the model server: slow, cut, mute, or saying everything twice.

import { append } from "@fieldline/interview";
import type { Chance } from "../chance.ts";
import type { Ground } from "../server/ground.ts";
import { handle } from "../server/handle.ts";
import { renumbered } from "../server/interviews.ts";
import { peek } from "../server/places.ts";
import type { PostOperations, ReplyTo, Request } from "../server/requests.ts";
import { compiledOf } from "../study.ts";
import type { Timeline } from "../timeline.ts";

/** A dead network closes nothing, so every request has a deadline of its own. */
const deadline = 10_000;

export interface Line {
  readonly isDown: () => boolean;
  /** True time at which the network comes back. */
  readonly upAt: () => number;
  readonly cut: (until: number) => void;
  /** Exactly one of the two is called, once; `onNothing` when the deadline passes without a reply. */
  readonly post: <Asked extends Request>(
    request: Asked,
    onReply: (reply: ReplyTo<Asked>) => void,
    onNothing: () => void,
  ) => void;
}

type Fate = "carried" | "requestLost" | "replyLost" | "twice";

export function lineOf(timeline: Timeline, ground: Ground, chance: Chance): Line {
  let downUntil = 0;
  const isDown = (): boolean => timeline.now() < downUntil;

  const deliver = <Asked extends Request>(request: Asked, onReply: (reply: ReplyTo<Asked>) => void): void => {
    if (ground.planted === "outboxPerTab" && request.kind === "operations" && chance.yes(0.1)) {
      timeline.after(400, () => void handle(ground, renumbered(ground, request)));
    }
    const seen = ground.planted === "countThenInsert" ? roomSeen(ground, request) : undefined;
    if (seen === undefined) {
      onReply(handle(ground, request));
      return;
    }
    timeline.after(chance.whole(200, 3_000), () => onReply(handle(ground, request, seen)));
  };

  return {
    isDown,
    upAt: () => downUntil,
    cut: (until) => {
      downUntil = Math.max(downUntil, until);
    },
    post(request, onReply, onNothing) {
      const lost = (): void => timeline.after(deadline, onNothing);
      if (isDown()) return lost();
      const fate = chance.weighed<Fate>([
        ["carried", 96],
        ["requestLost", 1],
        ["replyLost", 2],
        ["twice", 1],
      ]);
      if (fate === "requestLost") return lost();
      timeline.after(chance.whole(20, 400), () => {
        if (isDown() && chance.yes(0.5)) return lost();
        deliver(request, (reply) => {
          const ms = chance.whole(20, 400);
          if (fate === "replyLost") return lost();
          timeline.after(ms, () => (isDown() ? lost() : onReply(reply)));
        });
        if (fate === "twice") {
          timeline.after(chance.scale(300, 60_000), () => deliver(request, () => undefined));
        }
      });
    },
  };
}

/** What a server sees that looks for room before it writes; undefined where it would see none. */
function roomSeen(ground: Ground, request: Request): "granted" | undefined {
  const row = request.kind === "operations" ? ground.store.interviews.get(request.interviewId) : undefined;
  if (!row) return undefined;
  const { operations } = request as PostOperations;
  const check = operations.findIndex(({ type }) => type === "checkQuota");
  if (check < 0) return undefined;
  let { log } = row;
  for (const operation of operations.slice(0, check)) {
    log = append(compiledOf(row.release), log, operation).log;
  }
  return log.state && peek(ground, log.state) === "granted" ? "granted" : undefined;
}
