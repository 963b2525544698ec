// Changed call rules tried out on what was recorded, before anybody saves them. Nothing is written.

import { checkRules, countedByRule, localIn, previewRules, wallTime } from "@fieldline/calling";
import { fromIso, hour, later, toIso } from "@fieldline/kernel";
import { previewCallRules as body, callRulesPreview } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { fieldDatesOf, waveWithCountries } from "../studies/index.ts";
import { recordedCases } from "./recorded-cases.ts";

const mostHours = 24;
const mostDials = 5_000;
const mostExamples = 20;

/** `calling.previewRules`. @throws Refusal `access.notFound`, `wave.rulesUnsound`, `wave.spanTooLong` */
export const previewCallRules = query({
  name: "calling.previewRules",
  action: "rules.read",
  data: "plain",
  input: z.object({ wave: z.string(), ...body.shape }),
  reply: callRulesPreview,
  async run(tx, ctx, input) {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, input.wave);
    const to = (input.to && fromIso(input.to)) || ctx.fieldNow(wave);
    const from = (input.from && fromIso(input.from)) || later(to, -hour);
    if (from >= to || to - from > mostHours * hour) throw refuse("wave.spanTooLong", { hours: mostHours });
    const [finding] = checkRules(input.rules);
    if (finding) throw refuse("wave.rulesUnsound", { finding: finding.code, place: finding.path });
    const rules = { ...input.rules, version: 0 };
    const { cases, cut } = await recordedCases(tx, wave, { countries, from, to, most: mostDials });
    const seen = previewRules(cases, { from, to, rules, fieldDates: fieldDatesOf(wave) });
    const references = new Map(cases.map(({ id, reference }) => [id, reference]));
    return {
      from: toIso(from),
      to: toIso(to),
      ...{ dials: seen.dials, cut, same: seen.same },
      notYet: countedByRule(seen.differences, "notYet"),
      sooner: countedByRule(seen.differences, "sooner"),
      examples: seen.differences.slice(0, mostExamples).map((one) => {
        const local = localIn(rules, one.country, one.at);
        return {
          ...one,
          at: toIso(one.at),
          reference: references.get(one.caseId) ?? "",
          localDate: local.date,
          localTime: wallTime(local.minute),
        };
      }),
    };
  },
});
