// The people who sign in, as those who manage them see, add and change them.

import { z } from "zod";
import { roles, skills } from "../roles.ts";
import { commandId, country, interfaceLanguage, isoInstant, language, uuid } from "./common.ts";

/** A sign-in name, however it was typed. */
export const userName = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/));

export const displayName = z.string().trim().min(1).max(120);

/** Level: 1 enough, 2 fluent, 3 native. */
export const spokenLanguage = z.object({ language, level: z.int().min(1).max(3) });
export const userScope = z.object({ studyId: uuid, country });

/** Nothing is said twice. */
const once = (list: readonly string[]): boolean => new Set(list).size === list.length;

const held = {
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  languages: z
    .array(spokenLanguage)
    .max(40)
    .refine((list) => once(list.map((one) => one.language))),
  scopes: z
    .array(userScope)
    .max(400)
    .refine((list) => once(list.map((one) => `${one.studyId} ${one.country}`))),
  skills: z.array(z.enum(skills)).max(skills.length),
};

export const userBody = z.object({
  id: uuid,
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  /** The best first. */
  languages: z.array(spokenLanguage),
  skills: z.array(z.enum(skills)),
  scopes: z.array(userScope),
  interfaceLanguage: language,
  createdAt: isoInstant,
  disabledAt: isoInstant.nullable(),
  /** Last sign of life of a session; null before the first sign-in. */
  lastSeenAt: isoInstant.nullable(),
  /** Of what can be changed: sent back with a change, so that nobody overwrites what they have not seen. */
  version: z.string(),
});

export const userList = z.object({
  users: z.array(userBody),
  /** What the one who asks may give: studies with countries and languages, and roles. */
  studies: z.array(
    z.object({
      id: uuid,
      code: z.string(),
      title: z.string(),
      countries: z.array(country),
      languages: z.array(language),
    }),
  ),
  roles: z.array(z.enum(roles)),
  /** There are more people than are listed; the list is in the order of sign-in names. */
  more: z.boolean(),
});

export const addUser = z.strictObject({
  commandId,
  name: userName,
  displayName,
  interfaceLanguage,
  ...held,
});

/** What is left out stays as it is. */
export const changeUser = z.strictObject({
  commandId,
  version: z.string().max(80),
  displayName: displayName.optional(),
  roles: held.roles.optional(),
  languages: held.languages.optional(),
  scopes: held.scopes.optional(),
  skills: held.skills.optional(),
  disabled: z.boolean().optional(),
});

export const resetPassword = z.strictObject({ commandId });

/** The password is shown this once and kept nowhere. */
export const userWithPassword = z.object({ user: userBody, password: z.string() });
