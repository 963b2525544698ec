// A field of one household after another whose names and numbers are known again, and the people who work it.

import { expect } from "vitest";
import type { Desk, Reply } from "../desk.ts";
import { danishField } from "../field.ts";
import { sequencing } from "../live-nodes.ts";
import { eavesdropped } from "../made-up/eavesdropped.ts";
import { overheard } from "../made-up/overheard.ts";
import { withPlan } from "../quota-field.ts";
import { everywhere } from "../set-up.ts";

/** Of households: who lives there, what was noted and written about them, and their numbers. */
export const contacts = [
  ...["Zebrafinke", "Papageno", "Papagena", "Gulspurv", "Bogfinke"],
  ...["13987050", "13987151", "13987252", "13987053", "13987154", "13987255", "13987258"],
];
/** Of people who work here: what they sign in with. */
export const secrets = ["Nattergal", "Solsort"];
/** What somebody tried to answer, and was not asked. */
export const answers = ["Stillits"];
export const all = [...contacts, ...secrets, ...answers];

export type Ground = Awaited<ReturnType<typeof canaryGround>>;

/** Call at the top of a test file. */
export async function canaryGround() {
  const field = await danishField();
  await withPlan(field, { total: 100, men: 50, women: 50 });
  sequencing(field.platform);
  const { app, log } = await overheard(field);
  const base = await app.listen({ host: "127.0.0.1", port: 0 });
  const { exchanges, signsIn, sends } = eavesdropped(app, field);
  const mette = await signsIn({ name: "mette" });
  const lars = await signsIn({ name: "lars" });
  const sofia = await signsIn({ name: "sofia", roles: ["supervisor"] });
  const ronja = await signsIn({ name: "ronja", roles: ["researcher"] });
  const anna = await signsIn({ name: "anna", roles: ["administrator"], countries: everywhere });
  const people: readonly Desk[] = [mette, lars, sofia, ronja, anna];
  const wave = `/api/waves/${field.waveId}`;
  return { field, base, log, exchanges, sends, mette, lars, sofia, ronja, anna, people, wave };
}

export const asked = (status: number, { status: was, body }: Reply): void =>
  expect(was, JSON.stringify(body)).toBe(status);
