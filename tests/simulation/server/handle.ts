// One request at the model server: a command has one fate, and answers the same when it is sent again.

import type { Verdict } from "@fieldline/interview";
import { closeAttempt } from "./close-call.ts";
import { dial } from "./dial.ts";
import type { Ground } from "./ground.ts";
import { beginInterview, recordOperations } from "./interviews.ts";
import { caseOnDesk, giveBack, heartbeat, nextCase, readDesk } from "./leases.ts";
import { type NextCase, Refusal, type ReplyTo, type Request } from "./requests.ts";

export function handle<Asked extends Request>(
  ground: Ground,
  request: Asked,
  forced?: Verdict,
): ReplyTo<Asked> {
  const { processed } = ground.store;
  try {
    if (!("commandId" in request)) return answered(run(ground, request, forced)) as ReplyTo<Asked>;
    const asked = JSON.stringify(request);
    const known = processed.get(request.commandId);
    if (known && known.asked !== asked) return { ok: false, code: "command.idReused" };
    if (known && request.kind === "nextCase")
      return answered(sameCase(ground, request, known.reply)) as ReplyTo<Asked>;
    if (known) return answered(known.reply) as ReplyTo<Asked>;
    const reply = run(ground, request, forced);
    processed.set(request.commandId, { asked, reply: "stored" in reply ? (reply.stored as object) : reply });
    return answered(reply) as ReplyTo<Asked>;
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, code: problem.code };
    throw problem;
  }
}

const answered = (value: object) => ({ ok: true, value }) as const;

function run(ground: Ground, request: Request, forced?: Verdict): object {
  switch (request.kind) {
    case "nextCase":
      return nextCase(ground, request);
    case "dial":
      return dial(ground, request);
    case "begin":
      return beginInterview(ground, request);
    case "operations":
      return recordOperations(ground, request, forced);
    case "outcome":
      return closeAttempt(ground, request);
    case "heartbeat":
      return heartbeat(ground, request);
    case "giveBack":
      return giveBack(ground, request);
    case "readDesk":
      return readDesk(ground, request.userId);
  }
}

/** The case that was handed out, as it is now; none once its lease has ended. */
function sameCase(ground: Ground, { userId }: NextCase, stored: object): object {
  const caseId = "caseId" in stored ? String(stored.caseId) : "";
  const lease = ground.store.openLeases.get(caseId);
  return { case: lease?.userId === userId ? caseOnDesk(ground, lease) : null };
}
