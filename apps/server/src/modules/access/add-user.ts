// Adds people who sign in: one by somebody who manages them, or the first ones by the machine.

import { roles } from "@fieldline/protocol";
import {
  addUser as addBody,
  country,
  displayName,
  interfaceLanguage,
  language,
  userName,
  userScope,
  userWithPassword,
} from "@fieldline/protocol/schemas";
import { z } from "zod";
import { type CommandContext, command, journalOf } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { managerOf, mayGive, mustHave } from "./may-manage.ts";
import { hashPassword, newPassword } from "./password.ts";
import { shownOnce } from "./shown-once.ts";
import { userBodies } from "./user-body.ts";
import { lockUsers } from "./users.sql.ts";

type Person = Omit<z.output<typeof addBody>, "commandId">;
type Stored = { readonly userId: string };

/** `user.add`. The password is made here, goes back once, and only its hash is kept. @throws Refusal `user.nameTaken` */
export const addUser = command<typeof addBody, typeof userWithPassword, Stored>({
  name: "user.add",
  action: "user.manage",
  data: "plain",
  input: addBody,
  reply: userWithPassword,
  allow: async (tx, ctx, person) => {
    await lockUsers(tx);
    mayGive(await managerOf(tx, ctx.actor), person);
  },
  run: async (tx, ctx, person) => {
    mustHave(person);
    const { userId, password, journal } = await addOne(tx, ctx, person);
    const [user] = await userBodies(tx, [userId]);
    if (!user) throw new Error("the user just added is not there");
    return { reply: { user, password }, stored: { userId }, journal };
  },
  rerender: shownOnce,
});

const newPerson = z.object({
  name: userName,
  displayName,
  roles: z.array(z.enum(roles)).min(1),
  /** Languages they interview in, the best first. */
  languages: z.array(language),
  interfaceLanguage,
  scopes: z.array(userScope.extend({ country })),
});

const withPassword = z.object({ userId: z.uuid(), name: z.string(), password: z.string() });

const nativeLevel = 3;

/** `user.add` for the machine itself: all of them or none. @throws Refusal `user.nameTaken` */
export const addUsers = command({
  name: "user.add",
  action: null,
  data: "plain",
  input: z.object({ people: z.array(newPerson).min(1) }),
  reply: z.object({ people: z.array(withPassword) }),
  async run(tx, ctx, { people }) {
    await lockUsers(tx);
    const added = [];
    for (const person of people) {
      const languages = person.languages.map((spoken, index) => ({
        language: spoken,
        level: Math.max(1, nativeLevel - index),
      }));
      added.push({ name: person.name, ...(await addOne(tx, ctx, { ...person, languages, skills: [] })) });
    }
    return {
      reply: { people: added.map(({ userId, name, password }) => ({ userId, name, password })) },
      journal: journalOf(added.map(({ journal }) => journal)),
    };
  },
});

interface Added {
  readonly userId: string;
  readonly password: string;
  readonly journal: JournalNote;
}

async function addOne(tx: WriteTx, ctx: CommandContext, person: Person): Promise<Added> {
  const { name, displayName: shown, interfaceLanguage: preferred, skills } = person;
  const taken = await tx.user.findUnique({ where: { name }, select: { id: true } });
  if (taken) throw refuse("user.nameTaken", { name });
  const userId = ctx.newId();
  const password = newPassword();
  await tx.user.create({
    data: {
      id: userId,
      name,
      displayName: shown,
      passwordHash: await hashPassword(password),
      roles: person.roles,
      skills,
      interfaceLanguage: preferred,
      createdAt: new Date(ctx.machineNow),
      languages: { create: person.languages },
      scopes: { create: person.scopes },
    },
  });
  const { roles: held, languages, scopes } = person;
  const after = { name, displayName: shown, roles: held, languages, scopes, skills };
  return { userId, password, journal: { entityKind: "user", entityId: userId, after } };
}
