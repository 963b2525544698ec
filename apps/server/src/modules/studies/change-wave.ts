// The verb that changes what a wave was set up with; the journal has each setting as it was and as it is.

import { changeWaveReply, waveChanges } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { countriesWithin, notFound, reachOf } from "../access/index.ts";
import { addCallRules, callRulesOf } from "./call-rules.ts";
import { changeOfRules } from "./changed-rules.ts";
import { checkDates, fieldStart } from "./field-dates.ts";
import { checkOffered } from "./offered.ts";
import { lockWave, moveFreshCases } from "./store.ts";
import { allowWholeWave, requireWholeWave } from "./whole-wave.ts";

type Changes = z.output<typeof waveChanges>;

/** Samples, cases and interviews hang on these once somebody is rung. */
const settledInField = ["fieldFrom", "countries", "languages"] as const;

/**
 * `wave.change`: of the settings named, those that differ. Switches and holidays make a new version of the call
 * rules; attempts keep the version they were made under.
 * @throws Refusal `wave.onlyWhilePreparing`, `wave.datesReversed`, `wave.fieldTooLong`, `wave.countryNotOffered`,
 * `wave.languageNotOffered`, `quota.planInForce` for other countries than those of the plan, `wave.holidaysUnsound`, `wave.settingMissing` without call rules
 */
export const changeWave = command({
  name: "wave.change",
  action: "wave.manage",
  data: "plain",
  input: z.object({ waveId: z.string(), change: waveChanges }),
  reply: changeWaveReply,
  async allow(tx, ctx, input) {
    await allowWholeWave(tx, ctx, input);
    const { countries = [] } = input.change;
    const { studyId } = await requireWholeWave(tx, ctx.actor, input.waveId);
    const within = countriesWithin(await reachOf(tx, ctx.actor), { studyId, countries });
    if (within.length < countries.length) throw notFound();
  },
  async run(tx, ctx, { waveId, change }) {
    await lockWave(tx, waveId);
    const wave = await requireWholeWave(tx, ctx.actor, waveId);
    const settings = differing(wave, change);
    const settled = settledInField.find((name) => name in settings);
    if (settled && wave.state !== "preparing") throw refuse("wave.onlyWhilePreparing", { setting: settled });
    // A country the plan does not speak of would let nobody in.
    if ("countries" in settings && wave.quotaPlanVersion !== null) throw refuse("quota.planInForce");
    const after = { ...wave, ...settings };
    checkDates(after);
    if ("countries" in settings || "languages" in settings) await checkOffered(tx, after);
    const rules = changeOfRules(await callRulesOf(tx, wave), change);
    const names = Object.keys(settings) as (keyof typeof settings)[];
    if (names.length === 0 && !rules) return { reply: { changed: false }, journal: "unchanged" };

    await tx.wave.update({ where: { id: waveId }, data: settings });
    if (after.fieldFrom !== wave.fieldFrom) {
      await moveFreshCases(tx, waveId, new Date(fieldStart(wave)), new Date(fieldStart(after)));
    }
    const version = rules && (await addCallRules(tx, waveId, rules.rules, ctx.machineNow));
    await tell(tx, ctx.machineNow, { topic: "plan", waveId });
    const told = (of: Wave) => Object.fromEntries(names.map((name) => [name, of[name]]));
    return {
      reply: { changed: true },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: ctx.fieldNow(wave),
        before: {
          ...told(wave),
          ...(rules ? { callRulesVersion: wave.callRulesVersion, ...rules.before } : {}),
        },
        after: { ...told(after), ...(rules ? { callRulesVersion: version, ...rules.after } : {}) },
      },
    };
  },
});

/** The plain settings named that are not so already. */
function differing(wave: Wave, { switches: _switches, holidays: _holidays, ...named }: Changes) {
  const kept = Object.entries(named).filter(
    ([name, value]) =>
      value !== undefined && JSON.stringify(wave[name as keyof typeof named]) !== JSON.stringify(value),
  );
  return Object.fromEntries(kept) as {
    -readonly [Name in keyof typeof named]?: NonNullable<(typeof named)[Name]>;
  };
}
