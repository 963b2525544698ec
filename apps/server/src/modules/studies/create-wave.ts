// The verb that opens a wave. Whether it rings real people is decided here, once and for all.

import { fromIso } from "@fieldline/kernel";
import { createWave as body, createWaveReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { violatedConstraint } from "../../platform/db/errors.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { countriesWithin, notFound, reachOf, requireWave } from "../access/index.ts";
import { addCallRules, callRulesOf } from "./call-rules.ts";
import { checkDates } from "./field-dates.ts";
import { checkOffered } from "./offered.ts";

/** Operators may leave open what a person at a page must say at once. */
const input = z.object({
  ...body.omit({ commandId: true }).shape,
  releaseId: z.uuid().optional(),
  countries: z.array(body.shape.countries.element),
  languages: z.array(body.shape.languages.element),
});

/** The constraint on the codes of a study's waves. */
const uniqueCode = "wave_code_key";

/**
 * `wave.create`: in preparation, until `wave.releaseToField` finds all its settings.
 * @throws Refusal `wave.codeTaken`, `wave.datesReversed`, `wave.fieldTooLong`, `wave.notATestWave` for a field time of a live wave,
 * `wave.countryNotOffered`, `wave.languageNotOffered`, `wave.settingMissing` where the other wave has no call rules
 */
export const createWave = command({
  name: "wave.create",
  action: "wave.manage",
  data: "plain",
  input,
  reply: createWaveReply,
  async allow(tx, ctx, { studyId, countries, releaseId, rulesOf }) {
    const within = countriesWithin(await reachOf(tx, ctx.actor), { studyId, countries });
    const study = await tx.study.findUnique({ where: { id: studyId } });
    if (!study || within.length < countries.length) throw notFound();
    if (releaseId !== undefined && !(await isReleaseOf(tx, studyId, releaseId))) throw notFound();
    const other = rulesOf === undefined ? null : await requireWave(tx, ctx.actor, rulesOf);
    if (other && other.studyId !== studyId) throw notFound();
  },
  async run(tx, ctx, { fieldNow, rulesOf, ...settings }) {
    const wanted = fieldNow === undefined ? ctx.machineNow : (fromIso(fieldNow) ?? ctx.machineNow);
    const offset = wanted - ctx.machineNow;
    if (offset !== 0 && settings.mode === "live") throw refuse("wave.notATestWave");
    const { code, releaseId = null } = settings;
    checkDates(settings);
    await checkOffered(tx, { ...settings, releaseId });
    const id = ctx.newId();
    const creating = tx.wave.create({
      data: {
        ...settings,
        id,
        releaseId,
        fieldOffsetMs: BigInt(offset),
        state: "preparing",
        institute: settings.institute ?? null,
        client: settings.client ?? null,
        verificationNumber: settings.verificationNumber ?? null,
        callRulesVersion: null,
      },
    });
    const wave = await creating.catch((error: unknown) => {
      throw violatedConstraint(error) === uniqueCode ? refuse("wave.codeTaken", { code }) : error;
    });
    const rules = rulesOf === undefined ? null : await rulesInForce(tx, rulesOf);
    const version = rules && (await addCallRules(tx, id, rules, ctx.machineNow));
    return {
      reply: { waveId: id },
      journal: {
        entityKind: "wave",
        entityId: id,
        waveId: id,
        fieldAt: ctx.fieldNow(wave),
        after: {
          ...settings,
          fieldOffsetMs: offset,
          ...(version === null ? {} : { callRulesVersion: version, callRulesOf: rulesOf }),
        },
      },
    };
  },
});

const isReleaseOf = async (tx: ReadTx, studyId: string, id: string): Promise<boolean> =>
  (await tx.instrumentRelease.count({ where: { id, studyId } })) > 0;

async function rulesInForce(tx: ReadTx, waveId: string) {
  const rules = await callRulesOf(tx, await tx.wave.findUniqueOrThrow({ where: { id: waveId } }));
  if (!rules) throw refuse("wave.settingMissing", { setting: "callRules" });
  return rules;
}
