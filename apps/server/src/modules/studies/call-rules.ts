// The call rules in force in a wave, and the verb that adds a version of them.

import { type CallRules, dispositionKeys, weekdays } from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Prisma, Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { requireWave } from "../access/index.ts";

/** The version of the rules that the wave names, or null where it names none: then nothing is dialled. */
export async function callRulesOf(
  tx: ReadTx,
  wave: Pick<Wave, "id" | "callRulesVersion">,
): Promise<CallRules | null> {
  const version = wave.callRulesVersion;
  if (version === null) return null;
  const row = await tx.callRulesVersion.findUnique({
    where: { waveId_version: { waveId: wave.id, version } },
  });
  return row ? { ...rulesShape.parse(row.rules), version } : null;
}

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const window = z.tuple([wallTime, wallTime]).readonly().nullable();
const atLeastOne = z.int().min(1);

const rulesShape = z.object({
  countries: z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.object({
      timeZone: z.string(),
      windows: z.record(z.enum([...weekdays, "publicHoliday"]), window),
      holidays: z.array(z.iso.date()).readonly(),
      holidaysFrom: z.iso.date(),
      holidaysTo: z.iso.date(),
    }),
  ),
  switches: z.object({ sundays: z.boolean(), publicHolidays: z.boolean() }),
  ceiling: z.object({ perNumber: atLeastOne, perLocalDay: atLeastOne }),
  softCap: z.object({ landline: atLeastOne, mobile: atLeastOne }),
  delays: z
    .partialRecord(z.enum(dispositionKeys), z.number().min(0))
    .transform((delays) => delays as CallRules["delays"]),
});

/** Adds a version, in force from now on. @returns its number */
export async function addCallRules(
  tx: WriteTx,
  waveId: string,
  rules: Omit<CallRules, "version">,
  at: Instant,
): Promise<number> {
  const newest = await tx.callRulesVersion.aggregate({ where: { waveId }, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  const stored = { ...rules, version } as unknown as Prisma.InputJsonObject;
  await tx.callRulesVersion.create({ data: { waveId, version, rules: stored, createdAt: new Date(at) } });
  await tx.wave.update({ where: { id: waveId }, data: { callRulesVersion: version } });
  return version;
}

/** `wave.setCallRules`: a new version, in force from now on; attempts keep the version they were made under. */
export const setCallRules = command({
  name: "wave.setCallRules",
  action: null,
  data: "plain",
  input: z.object({ waveId: z.uuid(), rules: rulesShape }),
  reply: z.object({ version: z.int() }),
  async run(tx, ctx, { waveId, rules }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    const version = await addCallRules(tx, waveId, rules, ctx.machineNow);
    return {
      reply: { version },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: ctx.fieldNow(wave),
        before: { callRulesVersion: wave.callRulesVersion },
        after: { callRulesVersion: version },
      },
    };
  },
});
