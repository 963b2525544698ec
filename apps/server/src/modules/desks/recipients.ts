// Whom somebody may write to: supervisors the interviewers within their reach, everybody whoever wrote to them.

import { actorId } from "../../platform/actor.ts";
import type { CommandContext } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { notFound, reachOf } from "../access/index.ts";

interface Asked {
  readonly toIds?: readonly string[];
  readonly replyToId?: string;
}

/**
 * User ids, each once. A person out of reach is not there, and neither is a message that somebody else was sent.
 * @throws Refusal `access.notFound`; `access.notAllowed` for an interviewer who answers nothing
 */
export async function recipientsOf(
  tx: ReadTx,
  { actor }: Pick<CommandContext, "actor">,
  { toIds, replyToId }: Asked,
): Promise<readonly string[]> {
  const own = actorId(actor);
  if (!own || actor.kind !== "user") throw refuse("access.notAllowed");
  if (replyToId !== undefined) {
    const answered = await tx.deskMessage.findUnique({
      where: { id: replyToId },
      select: { fromId: true, toId: true },
    });
    if (answered?.toId !== own) throw notFound();
    return [answered.fromId];
  }
  if (!actor.roles.some((role) => role === "supervisor" || role === "administrator")) {
    throw refuse("access.notAllowed");
  }
  const wanted = [...new Set(toIds)];
  const reach = await reachOf(tx, actor);
  if (reach === "everything") return wanted;
  const within = await tx.user.findMany({
    where: {
      id: { in: wanted },
      disabledAt: null,
      roles: { has: "interviewer" },
      scopes: {
        some: {
          OR: reach.map(({ studyId, countries }) => ({ studyId, country: { in: [...countries] } })),
        },
      },
    },
    select: { id: true },
  });
  if (within.length < wanted.length) throw notFound();
  return wanted;
}
