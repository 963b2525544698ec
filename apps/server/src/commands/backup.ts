// `npm run backup -- FILE | verify FILE`: everything in one file, taken while everybody works; and whether a file is whole.

import { resolve } from "node:path";
import { takeBackup, verifyBackup } from "../backup/index.ts";
import { systemClock } from "../platform/clocks.ts";
import { type Config, readConfig } from "../platform/config.ts";
import { borrowDatabase } from "../platform/serve-database.ts";
import { describeBackup, tableLines } from "./backup-lines.ts";
import { refuseMissingDatabase } from "./missing-database.ts";
import { readPassphrase } from "./passphrase.ts";
import { type Described, runCommand, type Terminal, WrongUse } from "./terminal.ts";

const usage = `Usage:
  npm run backup -- FILE [--force] [--with-keys PASSPHRASE_FILE]
  npm run backup -- verify FILE

Takes all of Fieldline's database, as it is at one instant, into FILE; servers and desks go on working. The file can
be read by its owner only. --force replaces a file that is there. Contacts stay encrypted in it and their keys are
not in it, unless --with-keys names a file with a passphrase of at least 12 characters: then they are, encrypted
under that. verify reads a file to its end and says whether it is whole; npm run restore -- --drill FILE also tries
to restore it, and recounts everything.`;

async function take(path: string, config: Config, force: boolean, phrase: string | null, terminal: Terminal) {
  refuseMissingDatabase(config);
  const served = await borrowDatabase(config);
  try {
    const kind = config.databaseUrl ? ("external" as const) : ("embedded" as const);
    const source = { url: served.url, keys: served.keys, kind, root: config.root, clock: systemClock };
    const { head, end } = await takeBackup(path, source, { force, passphrase: phrase });
    const rows = end.tables.reduce((sum, table) => sum + table.rows, 0);
    terminal.out(`${path}: ${end.tables.length} tables, ${rows} rows.`);
    for (const line of describeBackup(head)) terminal.out(line);
  } finally {
    await served.stop();
  }
}

async function verify(path: string, config: Config, terminal: Terminal): Promise<void> {
  const { head, end } = await verifyBackup(path, config);
  for (const line of tableLines(end)) terminal.out(line);
  for (const line of describeBackup(head)) terminal.out(line);
  terminal.out(`${path} is whole.`);
}

/** @param configured the configuration to work with; that of the environment unless a test says otherwise */
export const backupCommand = (configured: () => Config = readConfig): Described => ({
  usage,
  options: ["with-keys"],
  flags: ["force"],
  async run({ positionals, values, flags }, terminal) {
    const [first, second, ...more] = positionals;
    const verifies = first === "verify" && second !== undefined;
    const file = verifies ? second : first;
    if (file === undefined || more.length > 0 || (!verifies && second !== undefined)) {
      throw new WrongUse("Say FILE, or verify FILE.");
    }
    if (verifies && (flags.has("force") || values["with-keys"] !== undefined)) {
      throw new WrongUse("verify only reads: it takes no other option.");
    }
    const path = resolve(file);
    const config = configured();
    if (verifies) await verify(path, config, terminal);
    else await take(path, config, flags.has("force"), readPassphrase(values["with-keys"]), terminal);
    return 0;
  },
});

if (import.meta.main) process.exitCode = await runCommand(backupCommand(), process.argv.slice(2));
