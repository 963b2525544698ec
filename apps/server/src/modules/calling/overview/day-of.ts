// What hour of which day it is in a country, by the call rules, and when it may be called again.

import { daypartAt, nextCallable, windowAt } from "@fieldline/calling";
import { toIso } from "@fieldline/kernel";
import type { WaveQueue } from "@fieldline/protocol";
import { callableNow, type WaveAtWork } from "../wave-in-field.ts";

type Day = Pick<WaveQueue["countries"][number], "timeZone" | "day" | "daypart" | "callable" | "opensAt">;

export function dayOf(wave: WaveAtWork, country: string): Day {
  const { rules, fieldNow, fieldDates } = wave;
  const window = windowAt(rules, country, fieldNow);
  const part = daypartAt(rules, country, fieldNow);
  const callable = callableNow(wave, [country]).length > 0;
  const opensAt = callable ? null : nextCallable(rules, country, fieldNow, fieldDates);
  return {
    timeZone: rules.countries[country]?.timeZone ?? "",
    day: window.ok ? window.value.kind : null,
    daypart: part.ok ? part.value.daypart : null,
    callable,
    opensAt: opensAt === null ? null : toIso(opensAt),
  };
}
