// `npm run wave -- list | forward`: the waves there are, and a test wave's field time.

import { localDay, nextCallable, windowAt } from "@fieldline/calling";
import { fromIso, type Instant, toIso } from "@fieldline/kernel";
import { callRulesOf, fieldDatesOf, setFieldTimeForward } from "../modules/studies/index.ts";
import { operatorActor } from "../platform/actor.ts";
import { fieldTime } from "../platform/clocks.ts";
import type { Platform } from "../platform/platform.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { refuse } from "../platform/problems/refusal.ts";
import { allWaves, findWave, type ListedWave } from "./find-wave.ts";
import { type Described, oneOf, runCommand, type Terminal, WrongUse } from "./terminal.ts";

const usage = `Usage:
  npm run wave -- list
  npm run wave -- forward [--wave CODE] [--country DK] [--to 2008-04-17T07:00:00Z]

forward sets a test wave's field time to the next hour at which somebody may be called: in any country of the
wave, in the one named with --country, or to the instant named with --to. It never goes back, and not beyond
the last day of the field.`;

/** With its zone: without one it would mean another instant on another machine. */
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** The earliest instant from now on at which one of the countries may be called; null when none is left. */
async function nextHour(platform: Platform, wave: ListedWave, countries: readonly string[], now: Instant) {
  const rules = await platform.database.read("plain", (tx) => callRulesOf(tx, wave));
  if (!rules) throw refuse("wave.settingMissing", { setting: "callRules" });
  const hours = countries.flatMap((country) => {
    const at = nextCallable(rules, country, now, fieldDatesOf(wave));
    return at === null ? [] : [{ country, at }];
  });
  const at = hours.length === 0 ? null : (Math.min(...hours.map((hour) => hour.at)) as Instant);
  const open = (country: string) => {
    const window = at === null ? null : windowAt(rules, country, at);
    return window?.ok === true && window.value.callable;
  };
  return { at, open: countries.filter(open) };
}

/** @throws OperatorError where the last day of the field is over in every country of the wave */
async function checkWithinField(platform: Platform, wave: ListedWave, to: Instant): Promise<void> {
  const rules = await platform.database.read("plain", (tx) => callRulesOf(tx, wave));
  const dates = wave.countries.map((country) => {
    const local = rules && localDay(rules, country, to);
    return local?.ok ? local.value.localDate : toIso(to).slice(0, 10);
  });
  if (dates.some((date) => date <= wave.fieldTo)) return;
  throw new OperatorError(
    `--to is after the last day of the field (${wave.fieldTo}); from there field time could not come back.`,
  );
}

async function forward(
  platform: Platform,
  values: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<void> {
  const wave = await findWave(platform, values["wave"]);
  if (wave.mode !== "test") throw refuse("wave.notATestWave");
  const now = fieldTime(wave, platform.clock.now());
  const wanted = values["to"] === undefined ? null : fromIso(values["to"]);
  if (wanted !== null) await checkWithinField(platform, wave, wanted);
  const country = values["country"];
  const countries = country === undefined ? wave.countries : [oneOf("--country", country, wave.countries)];
  const next = wanted === null ? await nextHour(platform, wave, countries, now) : { at: wanted, open: [] };
  if (next.at === null) throw refuse("wave.nothingCallable");
  if (wanted === null && next.at <= now) {
    terminal.out(
      `${wave.code}: field time is ${toIso(now)}, and calls are allowed now in ${next.open.join(", ")}; nothing was changed.`,
    );
    return;
  }
  const input = { waveId: wave.id, to: toIso(next.at) };
  const { fieldNow } = await platform.execute(setFieldTimeForward, {
    actor: operatorActor,
    commandId: null,
    input,
  });
  terminal.out(`${wave.code}: field time is now ${fieldNow}.`);
}

async function list(platform: Platform, terminal: Terminal): Promise<void> {
  const waves = await allWaves(platform);
  const machineNow = platform.clock.now();
  for (const wave of waves) {
    terminal.out(`${wave.code}  ${wave.title}`);
    terminal.out(`  ${wave.mode} wave, ${wave.state}, ${wave.fieldFrom} to ${wave.fieldTo}`);
    terminal.out(`  field time ${toIso(fieldTime(wave, machineNow))}`);
    terminal.out(
      `  ${wave.countries.join(", ")}; ${wave._count.records} sample records; release ${wave.release?.number ?? "none"}`,
    );
  }
  if (waves.length === 0) terminal.out("There is no wave yet; npm start sets up the first one.");
}

export const waveCommand: Described = {
  usage,
  options: ["wave", "country", "to"],
  async run({ positionals, values }, terminal, withDatabase) {
    const [verb, ...more] = positionals;
    if ((verb !== "list" && verb !== "forward") || more.length > 0)
      throw new WrongUse("Say list or forward.");
    const { to } = values;
    if (to !== undefined && (!instantForm.test(to) || fromIso(to) === null)) {
      throw new OperatorError(`--to must be an instant such as 2008-04-17T07:00:00Z, not "${to}".`);
    }
    await withDatabase((platform) =>
      verb === "list" ? list(platform, terminal) : forward(platform, values, terminal),
    );
    return 0;
  },
};

if (import.meta.main) process.exitCode = await runCommand(waveCommand, process.argv.slice(2));
