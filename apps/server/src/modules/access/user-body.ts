// Users as those who manage them see them. Never a password, nor its hash.

import { createHash } from "node:crypto";
import type { UserBody } from "@fieldline/protocol";
import type { Prisma } from "../../platform/db/generated/client.ts";
import { canonicalJson } from "../../platform/receipts.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** What can be changed of a user. */
export type UserFields = Pick<
  UserBody,
  "displayName" | "roles" | "languages" | "scopes" | "skills" | "disabledAt"
>;

const parts = {
  languages: {
    select: { language: true, level: true },
    orderBy: [{ level: "desc" }, { language: "asc" }],
  },
  scopes: {
    select: { studyId: true, country: true },
    orderBy: [{ study: { code: "asc" } }, { country: "asc" }],
  },
} as const satisfies Prisma.UserInclude;

/** Users by name: those asked for, or the first so many of all. */
export async function userBodies(tx: ReadTx, of: readonly string[] | number): Promise<UserBody[]> {
  const found = await tx.user.findMany({
    where: typeof of === "number" ? {} : { id: { in: [...of] } },
    take: typeof of === "number" ? of : of.length,
    orderBy: { name: "asc" },
    omit: { passwordHash: true },
    include: parts,
  });
  const seen = await tx.session.groupBy({
    by: ["userId"],
    _max: { lastSeenAt: true },
    where: { userId: { in: found.map(({ id }) => id) } },
  });
  const seenBy = new Map(seen.map(({ userId, _max }) => [userId, _max.lastSeenAt]));
  return found.map((user) => {
    const fields: UserFields = {
      displayName: user.displayName,
      roles: user.roles as UserBody["roles"],
      languages: user.languages,
      scopes: user.scopes,
      skills: user.skills as UserBody["skills"],
      disabledAt: user.disabledAt?.toISOString() ?? null,
    };
    return {
      id: user.id,
      name: user.name,
      interfaceLanguage: user.interfaceLanguage,
      createdAt: user.createdAt.toISOString(),
      lastSeenAt: seenBy.get(user.id)?.toISOString() ?? null,
      ...fields,
      version: versionOf(fields),
    };
  });
}

/** The same for the same content, whoever wrote it. */
const versionOf = (fields: UserFields): string =>
  createHash("sha256").update(canonicalJson(fields)).digest("base64url");
