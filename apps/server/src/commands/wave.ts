// `npm run wave -- list | forward`: the waves there are, and a test wave's field time.

import { fromIso, type Instant, toIso } from "@fieldline/kernel";
import { setFieldTimeForward } from "../modules/studies/index.ts";
import { operatorActor } from "../platform/actor.ts";
import { fieldTime } from "../platform/clocks.ts";
import type { Platform } from "../platform/platform.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { allWaves, findWave } from "./find-wave.ts";
import { type Described, oneOf, runCommand, type Terminal, WrongUse } from "./terminal.ts";

const usage = `Usage:
  npm run wave -- list
  npm run wave -- forward [--wave CODE] [--country DK] [--to 2008-04-17T07:00:00Z]

forward sets a test wave's field time to the next hour at which somebody may be called: in any country of the
wave, in the one named with --country, or to the instant named with --to. It never goes back, and not beyond
the last day of the field.`;

/** With its zone: without one it would mean another instant on another machine. */
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

async function forward(
  platform: Platform,
  values: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<void> {
  const wave = await findWave(platform, values["wave"]);
  const { to } = values;
  const country = values["country"] && oneOf("--country", values["country"], wave.countries);
  const { fieldNow, changed, callable } = await platform.execute(setFieldTimeForward, {
    actor: operatorActor,
    commandId: null,
    input: {
      waveId: wave.id,
      to: to === undefined ? { nextHour: country ?? null } : { at: toIso(fromIso(to) as Instant) },
    },
  });
  terminal.out(
    changed
      ? `${wave.code}: field time is now ${fieldNow}.`
      : `${wave.code}: field time is ${fieldNow}, and calls are allowed now in ${callable.join(", ")}; nothing was changed.`,
  );
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
