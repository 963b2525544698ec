// `npm run restore -- FILE`: a backup into an empty database. With --drill into a throw-away one, to see that it can be.

import { resolve } from "node:path";
import { drill, restoreBackup } from "../backup/index.ts";
import { type Config, readConfig } from "../platform/config.ts";
import { describeBackup, tableLines } from "./backup-lines.ts";
import { readPassphrase } from "./passphrase.ts";
import { type Described, runCommand, type Terminal, WrongUse } from "./terminal.ts";

const usage = `Usage:
  npm run restore -- FILE [--passphrase-file PASSPHRASE_FILE]
  npm run restore -- --drill FILE [--passphrase-file PASSPHRASE_FILE]

Restores a backup into the embedded database of a folder that has none yet (DATA_DIR), or into the empty database
that DATABASE_URL names; then it is brought to the present version. The keys must be those of the backup: its
server's keys.json put into the new folder, or HASH_KEY and ENCRYPTION_KEY; --passphrase-file opens those that were
put into the backup. Everybody signs in again; cases that were on a desk go back.
--drill restores into a throw-away database, recounts everything that is counted or concluded in it, and says what
does not hold. The exit code is 1 if anything does not. What runs is not touched.`;

interface Asked {
  readonly path: string;
  readonly config: Config;
  readonly passphrase: string | null;
}

async function restore(asked: Asked, terminal: Terminal): Promise<number> {
  const { head, end, migrations, leases, dataDir } = await restoreBackup(asked);
  for (const line of tableLines(end)) terminal.out(line);
  terminal.out(`Restored into ${dataDir ?? "the external database"}, as it was at ${head.takenAt}.`);
  if (migrations.length > 0) terminal.out(`Brought to this version by ${migrations.join(", ")}.`);
  terminal.out(`Everybody signs in again. Cases that were on a desk and go back: ${leases}.`);
  return 0;
}

async function tryOut(asked: Asked, terminal: Terminal): Promise<number> {
  const { head, end, findings, altered, contacts } = await drill(asked);
  for (const line of tableLines(end)) terminal.out(line);
  terminal.out(`Every table came back as it was: ${end.tables.length} tables, rows and digests equal.`);
  for (const { invariant, rule, entity, id, says } of findings) {
    terminal.out(`${invariant} ${rule}: ${entity} ${id} ${says}.`);
  }
  for (const sentence of altered) terminal.out(`R9 sealed journal: ${sentence}`);
  terminal.out(
    contacts
      ? `Contacts: the keys open ${contacts.opened}, and do not open ${contacts.shut}.`
      : "Contacts: no keys were here to try.",
  );
  for (const line of describeBackup(head)) terminal.out(line);
  const wrong = findings.length + altered.length + (contacts?.shut ?? 0);
  terminal.out(wrong === 0 ? "Everything was recounted, and holds." : `Findings: ${wrong}.`);
  return wrong === 0 ? 0 : 1;
}

/** @param configured the configuration to work with; that of the environment unless a test says otherwise */
export const restoreCommand = (configured: () => Config = readConfig): Described => ({
  usage,
  options: ["passphrase-file"],
  flags: ["drill"],
  async run({ positionals, values, flags }, terminal) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new WrongUse("Say which FILE.");
    const passphrase = readPassphrase(values["passphrase-file"]);
    const asked = { path: resolve(file), config: configured(), passphrase };
    return flags.has("drill") ? tryOut(asked, terminal) : restore(asked, terminal);
  },
});

if (import.meta.main) process.exitCode = await runCommand(restoreCommand(), process.argv.slice(2));
