// `npm run sample -- import FILE [--wave CODE]`: a sample file into a wave.

import { basename } from "node:path";
import { importSample } from "../modules/samples/index.ts";
import { operatorActor } from "../platform/actor.ts";
import { findWave } from "./find-wave.ts";
import { problemForOperators } from "./problem-sentences.ts";
import { readSampleFile } from "./read-sample-file.ts";
import { type Described, runCommand, WrongUse } from "./terminal.ts";

const usage = `Usage:
  npm run sample -- import FILE [--wave CODE]

FILE is CSV with a header: record,country,region,number,kind,number2,kind2,name
(number2, kind2 and name may be missing). Refused rows are named with their reason; the others are imported.
Exit code 1 when no row was.`;

export const sampleCommand: Described = {
  usage,
  options: ["wave"],
  async run({ positionals, values }, terminal, withDatabase) {
    const [verb, file, ...more] = positionals;
    if (verb !== "import" || file === undefined || more.length > 0) throw new WrongUse("Say import FILE.");
    const rows = await readSampleFile(file);
    return withDatabase(async (platform) => {
      const wave = await findWave(platform, values["wave"]);
      const { accepted, refusals } = await platform.execute(importSample(platform.keys), {
        actor: operatorActor,
        commandId: null,
        input: { waveId: wave.id, source: basename(file), rows: [...rows] },
      });
      for (const refusal of refusals) {
        terminal.out(
          `Row ${refusal.params?.["row"] ?? "?"}: ${problemForOperators(refusal)} (${refusal.code})`,
        );
      }
      terminal.out(`${wave.code}: ${accepted} records imported, ${refusals.length} rows refused.`);
      return accepted > 0 ? 0 : 1;
    });
  },
};

if (import.meta.main) process.exitCode = await runCommand(sampleCommand, process.argv.slice(2));
