// Signing in, and who is signed in.

import { z } from "zod";
import { longestPassword } from "../limits.ts";
import { roles } from "../roles.ts";
import { commandId, country, interfaceLanguage, language, uuid } from "./common.ts";

export const signIn = z.strictObject({
  name: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(longestPassword),
  /** Interface language to keep for this user; the stored one when absent. */
  interfaceLanguage: interfaceLanguage.optional(),
});

/** Of the person signed in; all their other sessions end. */
export const changeOwnPassword = z.strictObject({
  commandId,
  current: z.string().min(1).max(longestPassword),
  /** At least `shortestPassword` characters, and another one than the current. */
  wanted: z.string().min(1).max(longestPassword),
});
export const changeOwnPasswordReply = z.object({ sessionsEnded: z.int() });

export const me = z.object({
  id: uuid,
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  interfaceLanguage: language,
  languages: z.array(z.object({ language, level: z.int().min(1).max(3) })),
  countries: z.array(country),
});
