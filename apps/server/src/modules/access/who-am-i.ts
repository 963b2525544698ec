// Who is signed in: name, roles, languages, countries.

import type { Me } from "@fieldline/protocol";
import { me } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { languagesOf } from "./languages.ts";
import { notFound } from "./scope.ts";

export const whoAmI = query({
  name: "session.read",
  action: "session.read",
  data: "plain",
  input: z.object({}),
  reply: me,
  run: (tx, ctx) => {
    if (ctx.actor.kind !== "user") throw notFound();
    return readMe(tx, ctx.actor.id);
  },
});

async function readMe(tx: ReadTx, id: string): Promise<Me> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id },
    select: { name: true, displayName: true, roles: true, interfaceLanguage: true },
  });
  const scopes = await tx.userScope.findMany({ where: { userId: id }, orderBy: { country: "asc" } });
  return {
    ...user,
    id,
    roles: user.roles as Me["roles"],
    languages: await languagesOf(tx, id),
    countries: [...new Set(scopes.map(({ country }) => country))],
  };
}
