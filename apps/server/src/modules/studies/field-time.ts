// The verb that sets a test wave's field time forward. Never backwards, and never in a wave that rings real people.

import { localDay } from "@fieldline/calling";
import { fromIso, type Instant, toIso } from "@fieldline/kernel";
import { forwardWave, forwardWaveReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { callRulesOf } from "./call-rules.ts";
import { type NextHour, nextHour } from "./next-hour.ts";
import { lockWave } from "./store.ts";
import { allowWholeWave, requireWholeWave } from "./whole-wave.ts";

type To = z.infer<typeof forwardWave>["to"];

/**
 * `wave.setFieldTimeForward`: to an instant of field time, or to the next hour at which somebody may be called; from
 * there it runs on. Where calls are allowed already there is no hour to go to, and nothing is changed.
 * @throws Refusal `wave.notATestWave`, `wave.fieldTimeBackwards` for an instant that has passed,
 * `wave.fieldTimeAfterField`, `wave.nothingCallable`, `wave.settingMissing`
 */
export const setFieldTimeForward = command({
  name: "wave.setFieldTimeForward",
  action: "wave.forward",
  data: "plain",
  input: z.object({ waveId: z.string(), to: forwardWave.shape.to }),
  reply: forwardWaveReply,
  allow: allowWholeWave,
  async run(tx, ctx, { waveId, to }) {
    await lockWave(tx, waveId);
    const wave = await requireWholeWave(tx, ctx.actor, waveId);
    if (wave.mode !== "test") throw refuse("wave.notATestWave");
    const before = ctx.fieldNow(wave);
    const { at, callable } = await wanted(tx, wave, to, before);
    if ("nextHour" in to && at <= before) {
      return {
        reply: { fieldNow: toIso(before), changed: false, callable: [...callable] },
        journal: "unchanged",
      };
    }
    if (at < before) throw refuse("wave.fieldTimeBackwards");
    await tx.wave.update({ where: { id: waveId }, data: { fieldOffsetMs: BigInt(at - ctx.machineNow) } });
    await tell(tx, ctx.machineNow, { topic: "plan", waveId });
    return {
      reply: { fieldNow: toIso(at), changed: true, callable: [...callable] },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: at,
        before: { fieldNow: toIso(before) },
        after: { fieldNow: toIso(at) },
      },
    };
  },
});

async function wanted(
  tx: ReadTx,
  wave: Wave,
  to: To,
  now: Instant,
): Promise<NextHour & { readonly at: Instant }> {
  if ("at" in to) {
    const at = fromIso(to.at) as Instant;
    await checkWithinField(tx, wave, at);
    const next = await nextHour(tx, wave, wave.countries, at);
    return { at, callable: next?.at === at ? next.callable : [] };
  }
  if (to.nextHour !== null && !wave.countries.includes(to.nextHour)) throw refuse("access.notFound");
  const next = await nextHour(tx, wave, to.nextHour === null ? wave.countries : [to.nextHour], now);
  if (!next) throw refuse("wave.settingMissing", { setting: "callRules" });
  if (next.at === null) throw refuse("wave.nothingCallable");
  return { ...next, at: next.at };
}

/** @throws Refusal where the last day of the field is over in every country of the wave */
async function checkWithinField(tx: ReadTx, wave: Wave, at: Instant): Promise<void> {
  const rules = await callRulesOf(tx, wave);
  const dates = wave.countries.map((country) => {
    const local = rules && localDay(rules, country, at);
    return local?.ok ? local.value.localDate : toIso(at).slice(0, 10);
  });
  if (dates.length > 0 && dates.every((date) => date > wave.fieldTo)) {
    throw refuse("wave.fieldTimeAfterField", { last: wave.fieldTo });
  }
}
