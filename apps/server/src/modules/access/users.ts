// The people who sign in: added and given new passwords by the machine or its operators, and listed.

import { roles } from "@fieldline/protocol";
import { country, interfaceLanguage, language } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { type CommandContext, command, query } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { hashPassword, newPassword } from "./password.ts";
import { spelling } from "./sign-in.ts";

/** A sign-in name, however it was typed. */
export const personName = z
  .string()
  .transform(spelling)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/));

export const longestDisplayName = 120;

const newPerson = z.object({
  name: personName,
  displayName: z.string().trim().min(1).max(longestDisplayName),
  roles: z.array(z.enum(roles)).min(1),
  /** Languages they interview in, the best first. */
  languages: z.array(language),
  interfaceLanguage,
  scopes: z.array(z.object({ studyId: z.uuid(), country })),
});

/** A password goes back to whoever asked, once; only its hash is kept. */
const withPassword = z.object({ userId: z.uuid(), name: z.string(), password: z.string() });

const nativeLevel = 3;

/** `user.add`: all of them or none. @throws Refusal `user.nameTaken` */
export const addUsers = command({
  name: "user.add",
  action: null,
  data: "plain",
  input: z.object({ people: z.array(newPerson).min(1) }),
  reply: z.object({ people: z.array(withPassword) }),
  async run(tx, ctx, { people }) {
    const added = await Promise.all(
      people.map(async (person) => {
        const password = newPassword();
        return { person, password, passwordHash: await hashPassword(password), userId: ctx.newId() };
      }),
    );
    const journal: JournalNote[] = [];
    for (const { person, userId, passwordHash } of added) {
      journal.push(await addOne(tx, ctx, person, { userId, passwordHash }));
    }
    const [first, ...others] = journal;
    return {
      reply: {
        people: added.map(({ person, userId, password }) => ({ userId, name: person.name, password })),
      },
      journal: first ? [first, ...others] : "unchanged",
    };
  },
});

async function addOne(
  tx: WriteTx,
  ctx: CommandContext,
  person: z.output<typeof newPerson>,
  { userId, passwordHash }: { readonly userId: string; readonly passwordHash: string },
): Promise<JournalNote> {
  const { name, displayName, interfaceLanguage, roles: held, languages, scopes } = person;
  const taken = await tx.user.findUnique({ where: { name }, select: { id: true } });
  if (taken) throw refuse("user.nameTaken", { name });
  await tx.user.create({
    data: {
      id: userId,
      name,
      displayName,
      passwordHash,
      roles: held,
      interfaceLanguage,
      createdAt: new Date(ctx.machineNow),
      languages: {
        create: languages.map((spoken, index) => ({
          language: spoken,
          level: Math.max(1, nativeLevel - index),
        })),
      },
      scopes: { create: scopes },
    },
  });
  return { entityKind: "user", entityId: userId, after: { roles: held, languages, scopes } };
}

/** `user.resetPassword`: a new password; every session of the user ends. @throws Refusal `user.unknown` */
export const resetPassword = command({
  name: "user.resetPassword",
  action: null,
  data: "plain",
  input: z.object({ name: personName }),
  reply: withPassword,
  async run(tx, ctx, input) {
    const user = await tx.user.findUnique({ where: { name: input.name }, select: { id: true } });
    if (!user) throw refuse("user.unknown", { name: input.name });
    const password = newPassword();
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(password) },
    });
    const ended = await tx.session.updateMany({
      where: { userId: user.id, endedAt: null },
      data: { endedAt: new Date(ctx.machineNow) },
    });
    const who = { userId: user.id };
    await tell(tx, ctx.machineNow, { topic: "rights", ...who }, { topic: "desk", ...who });
    return {
      reply: { userId: user.id, name: input.name, password },
      journal: {
        entityKind: "user",
        entityId: user.id,
        after: { passwordReset: true, sessionsEnded: ended.count },
      },
    };
  },
});

const userLine = z.object({
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.string()),
  languages: z.array(z.string()),
  /** By study, in the order of their codes. */
  scopes: z.array(z.object({ study: z.string(), countries: z.array(z.string()) })),
  disabled: z.boolean(),
});

export const listUsers = query({
  name: "user.list",
  action: null,
  data: "plain",
  input: z.object({}),
  reply: z.object({ users: z.array(userLine) }),
  async run(tx) {
    const found = await tx.user.findMany({
      orderBy: { name: "asc" },
      omit: { passwordHash: true },
      include: {
        languages: { orderBy: { level: "desc" } },
        scopes: {
          orderBy: [{ study: { code: "asc" } }, { country: "asc" }],
          include: { study: { select: { code: true } } },
        },
      },
    });
    const users = found.map((user) => ({
      name: user.name,
      displayName: user.displayName,
      roles: user.roles,
      languages: user.languages.map((spoken) => spoken.language),
      scopes: byStudy(user.scopes),
      disabled: user.disabledAt !== null,
    }));
    return { users };
  },
});

function byStudy(scopes: readonly { readonly country: string; readonly study: { readonly code: string } }[]) {
  const studies = [...new Set(scopes.map(({ study }) => study.code))];
  return studies.map((code) => ({
    study: code,
    countries: scopes.filter(({ study }) => study.code === code).map(({ country }) => country),
  }));
}
