// The verb that puts changed call rules in force: a new version, with what differs from the one before in the journal.

import { type CallRules, changesOfRules, checkRules } from "@fieldline/calling";
import { callRulesBody, setCallRulesReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { addCallRules, callRulesOf } from "./call-rules.ts";
import { lockWave } from "./store.ts";
import { allowWholeWave, requireWholeWave } from "./whole-wave.ts";

/** Operators may leave open which version they looked at, and may name the version the rules were known by. */
const input = z.object({
  waveId: z.string(),
  basedOn: z.int().optional(),
  rules: callRulesBody.extend({ version: z.int().optional() }),
});

/**
 * `wave.setCallRules`: in force from now on; attempts keep the version they were made under.
 * @throws Refusal `wave.rulesChanged` where another version is in force by now, `wave.rulesUnsound`, `wave.notWhole`
 */
export const setCallRules = command({
  name: "wave.setCallRules",
  action: "rules.change",
  data: "plain",
  input,
  reply: setCallRulesReply,
  allow: allowWholeWave,
  async run(tx, ctx, { waveId, basedOn, rules: { version: _version, ...rules } }) {
    await lockWave(tx, waveId);
    const wave = await requireWholeWave(tx, ctx.actor, waveId);
    const inForce = wave.callRulesVersion;
    if (basedOn !== undefined && basedOn !== inForce) {
      throw refuse("wave.rulesChanged", { version: inForce ?? 0 });
    }
    const [finding] = checkRules(rules);
    if (finding) throw refuse("wave.rulesUnsound", { finding: finding.code, place: finding.path });
    const before = await callRulesOf(tx, wave);
    const version = await addCallRules(tx, waveId, rules, ctx.machineNow);
    await tell(tx, ctx.machineNow, { topic: "plan", waveId });
    const told = difference(before, rules);
    return {
      reply: { version },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: ctx.fieldNow(wave),
        before: { callRulesVersion: inForce, ...told.before },
        after: { callRulesVersion: version, ...told.after },
      },
    };
  },
});

/** By place, as it was and as it is; of a wave's first rules nothing, they are kept whole. */
function difference(before: CallRules | null, after: Omit<CallRules, "version">) {
  const changes = before ? changesOfRules(before, after) : [];
  const side = (name: "before" | "after") =>
    Object.fromEntries(changes.map((change) => [change.path, change[name]]));
  return { before: side("before"), after: side("after") };
}
