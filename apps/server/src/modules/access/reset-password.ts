// A new password for somebody who has lost theirs.

import { resetPassword as resetBody, userWithPassword } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { endSessionsOf } from "./end-sessions.ts";
import { managedUser } from "./managed-user.ts";
import { hashPassword, newPassword } from "./password.ts";
import { shownOnce } from "./shown-once.ts";

const input = resetBody.extend({ user: z.string() });

/** `user.resetPassword`: it goes back once; every session of the user ends. @throws Refusal `user.oneself` */
export const resetPassword = command<typeof input, typeof userWithPassword, { readonly userId: string }>({
  name: "user.resetPassword",
  action: "user.manage",
  data: "plain",
  input,
  reply: userWithPassword,
  allow: async (tx, ctx, { user }) => void (await managedUser(tx, ctx, user)),
  run: async (tx, ctx, { user: id }) => {
    const { user, oneself } = await managedUser(tx, ctx, id);
    if (oneself) throw refuse("user.oneself");
    const password = newPassword();
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(password) },
    });
    const sessionsEnded = await endSessionsOf(tx, ctx.machineNow, user.id);
    return {
      reply: { user, password },
      stored: { userId: user.id },
      journal: {
        entityKind: "user",
        entityId: user.id,
        after: { passwordReset: true, sessionsEnded },
      },
    };
  },
  rerender: shownOnce,
});
