// Changes what a user is called, may do, sees, speaks and can; disables and enables.

import { type Instant, toIso } from "@fieldline/kernel";
import type { UserBody } from "@fieldline/protocol";
import { changeUser as changeBody, userBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { canonicalJson } from "../../platform/receipts.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { endSessionsOf, tellRights } from "./end-sessions.ts";
import { anotherAdministrator, managedUser } from "./managed-user.ts";
import { mayGive, mustHave } from "./may-manage.ts";
import { type UserFields, userBodies } from "./user-body.ts";

const input = changeBody.extend({ user: z.string() });
type Change = z.output<typeof input>;

/**
 * `user.change`: counts from the next request on; disabling ends every session.
 * @throws Refusal `user.changedMeanwhile`, `user.oneself`, `user.lastAdministrator`, `user.languageMissing`,
 *   `user.countryMissing`
 */
export const changeUser = command<typeof input, typeof userBody, { readonly userId: string }>({
  name: "user.change",
  action: "user.manage",
  data: "plain",
  input,
  reply: userBody,
  allow: async (tx, ctx, change) => {
    const { manager, user } = await managedUser(tx, ctx, change.user);
    mayGive(manager, fieldsAfter(user, change, ctx.machineNow), user);
  },
  run: async (tx, ctx, change) => {
    const { user, oneself } = await managedUser(tx, ctx, change.user);
    if (change.version !== user.version) throw refuse("user.changedMeanwhile");
    const after = fieldsAfter(user, change, ctx.machineNow);
    const changed = changedParts(user, after);
    const stored = { userId: user.id };
    if (changed.length === 0) return { reply: user, stored, journal: "unchanged" };
    mustHave(after);
    if (administers(user) && !administers(after)) {
      if (oneself) throw refuse("user.oneself");
      await anotherAdministrator(tx, user.id);
    }
    if (oneself && after.disabledAt !== null) throw refuse("user.oneself");
    await write(tx, user.id, after);
    const disabled = user.disabledAt === null && after.disabledAt !== null;
    const ended = disabled ? await endSessionsOf(tx, ctx.machineNow, user.id) : null;
    if (ended === null) await tellRights(tx, ctx.machineNow, user.id);
    const [reply] = await userBodies(tx, [user.id]);
    if (!reply) throw new Error("the user just changed is not there");
    const said = (of: UserFields) => Object.fromEntries(changed.map((part) => [part, of[part]]));
    return {
      reply,
      stored,
      journal: {
        entityKind: "user",
        entityId: user.id,
        before: said(user),
        after: { ...said(after), ...(ended === null ? {} : { sessionsEnded: ended }) },
      },
    };
  },
  rerender: async (tx, ctx, { userId }) => (await managedUser(tx, ctx, userId)).user,
});

const administers = ({ roles, disabledAt }: Pick<UserBody, "roles" | "disabledAt">): boolean =>
  roles.includes("administrator") && disabledAt === null;

function fieldsAfter(user: UserBody, change: Change, now: Instant): UserFields {
  const { disabled = user.disabledAt !== null } = change;
  return {
    displayName: change.displayName ?? user.displayName,
    roles: change.roles ? [...new Set(change.roles)] : user.roles,
    languages: change.languages ?? user.languages,
    scopes: change.scopes ?? user.scopes,
    skills: change.skills ? [...new Set(change.skills)] : user.skills,
    disabledAt: disabled ? (user.disabledAt ?? toIso(now)) : null,
  };
}

const parts = ["displayName", "roles", "languages", "scopes", "skills", "disabledAt"] as const;

/** In whatever order lists stand. */
function changedParts(before: UserFields, after: UserFields): (typeof parts)[number][] {
  const unordered = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(canonicalJson).toSorted() : value;
  return parts.filter(
    (part) => canonicalJson(unordered(before[part])) !== canonicalJson(unordered(after[part])),
  );
}

async function write(tx: WriteTx, id: string, after: UserFields): Promise<void> {
  const { languages, scopes, disabledAt, ...fields } = after;
  await tx.user.update({
    where: { id },
    data: {
      ...fields,
      disabledAt: disabledAt === null ? null : new Date(disabledAt),
      languages: { deleteMany: {}, create: languages },
      scopes: { deleteMany: {}, create: scopes },
    },
  });
}
