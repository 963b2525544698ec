// A user by id, for somebody who may manage them; anybody else is not there.

import type { UserBody } from "@fieldline/protocol";
import { actorId } from "../../platform/actor.ts";
import type { QueryContext } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { type Manager, managerOf } from "./may-manage.ts";
import { isUuid } from "./require-wave.ts";
import { notFound } from "./scope.ts";
import { userBodies } from "./user-body.ts";
import { lockUsers } from "./users.sql.ts";

interface Managed {
  readonly manager: Manager;
  readonly user: UserBody;
  /** Whether people manage themselves here. */
  readonly oneself: boolean;
}

/** Locks the people first. @throws Refusal `access.notAllowed`, `access.notFound` */
export async function managedUser(tx: ReadTx, ctx: QueryContext, id: string): Promise<Managed> {
  await lockUsers(tx);
  const manager = await managerOf(tx, ctx.actor);
  const [user] = isUuid(id) ? await userBodies(tx, [id]) : [];
  if (!user || !manager.sees(user)) throw notFound();
  return { manager, user, oneself: actorId(ctx.actor) === user.id };
}

/** @throws Refusal `user.lastAdministrator` where nobody else could administer any more */
export async function anotherAdministrator(tx: ReadTx, besides: string): Promise<void> {
  const others = await tx.user.count({
    where: { id: { not: besides }, roles: { has: "administrator" }, disabledAt: null },
  });
  if (others === 0) throw refuse("user.lastAdministrator");
}
