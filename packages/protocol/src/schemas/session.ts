// Signing in, and who is signed in.

import { z } from "zod";
import { roles } from "../roles.ts";
import { country, interfaceLanguage, language, uuid } from "./common.ts";

export const signIn = z.strictObject({
  name: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  /** Interface language to keep for this user; the stored one when absent. */
  interfaceLanguage: interfaceLanguage.optional(),
});

export const me = z.object({
  id: uuid,
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  interfaceLanguage: language,
  languages: z.array(z.object({ language, level: z.int().min(1).max(3) })),
  countries: z.array(country),
});
