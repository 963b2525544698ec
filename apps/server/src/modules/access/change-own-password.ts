// A person changes their own password, who must know the present one; guesses count as failures to sign in.

import type { CommandId } from "@fieldline/kernel";
import { type ChangeOwnPassword, shortestPassword } from "@fieldline/protocol";
import { changeOwnPassword as body, changeOwnPasswordReply } from "@fieldline/protocol/schemas";
import type { UserActor } from "../../platform/actor.ts";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { AccessParts } from "./authenticate.ts";
import { endSessionsOf } from "./end-sessions.ts";
import { hashPassword, passwordMatches } from "./password.ts";
import { notFound } from "./scope.ts";
import type { SignInGuard } from "./sign-in-limits.ts";
import { lockedHash } from "./users.sql.ts";

/**
 * `user.changeOwnPassword`: all other sessions of the person end; neither password is kept or journalled, not even in a digest.
 * @throws Refusal `user.wrongPassword`, `user.passwordTooShort`, `user.passwordSame`
 */
const change = command({
  name: "user.changeOwnPassword",
  action: "password.change",
  data: "plain",
  input: body,
  secret: ["current", "wanted"],
  reply: changeOwnPasswordReply,
  run: async (tx, ctx, { current, wanted }) => {
    refuseUnfit(current, wanted);
    if (ctx.actor.kind !== "user") throw notFound();
    const { id, sessionId } = ctx.actor;
    if (!(await passwordMatches(await lockedHash(tx, id), current))) throw refuse("user.wrongPassword");
    await tx.user.update({ where: { id }, data: { passwordHash: await hashPassword(wanted) } });
    const sessionsEnded = await endSessionsOf(tx, ctx.machineNow, id, sessionId);
    return {
      reply: { sessionsEnded },
      journal: {
        entityKind: "user",
        entityId: id,
        after: { passwordChanged: true, sessionsEnded },
      },
    };
  },
});

function refuseUnfit(current: string, wanted: string): void {
  if (wanted.length < shortestPassword) {
    throw refuse("user.passwordTooShort", { shortest: shortestPassword });
  }
  if (wanted === current) throw refuse("user.passwordSame");
}

/**
 * What is wrong with the new password is said before the present one is looked at, so that it is no guess.
 * @throws Refusal as the command, or `request.tooMany` with the seconds to wait
 */
export async function changeOwnPassword(
  platform: AccessParts,
  guard: SignInGuard,
  { actor, address, change: input }: { actor: UserActor; address: string; change: ChangeOwnPassword },
): Promise<{ sessionsEnded: number }> {
  refuseUnfit(input.current, input.wanted);
  const { name } = await platform.database.read("plain", (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true } }),
  );
  const begun = guard.begin(name, address, platform.clock.now());
  if ("waitSeconds" in begun) throw refuse("request.tooMany", { seconds: begun.waitSeconds });
  const commandId = input.commandId as CommandId;
  const reply = await platform.execute(change, { actor, commandId, input });
  begun.succeeded();
  return reply;
}
