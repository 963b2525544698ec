// A lively field backed up while its desks go on, restored into both kinds of database, and recounted there.

import { cpSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minute } from "@fieldline/kernel";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import { verifyBackup } from "../../apps/server/src/backup/index.ts";
import type { Config } from "../../apps/server/src/platform/config.ts";
import { prepareDatabase } from "../../apps/server/src/platform/db/prepare.ts";
import { createLogger } from "../../apps/server/src/platform/logger.ts";
import { openPlatform } from "../../apps/server/src/platform/platform.ts";
import { serveDatabase } from "../../apps/server/src/platform/serve-database.ts";
import { recount } from "../../apps/server/src/recount/index.ts";
import { altered, backup, folder, restore, withHead } from "./support/backups.ts";
import { createDatabase, dropDatabase } from "./support/database.ts";
import { duties } from "./support/day.ts";
import { deskOf } from "./support/desk.ts";
import { completes } from "./support/interviewed.ts";
import { livelyField } from "./support/lively-field.ts";
import { runningClock, testConfig } from "./support/platform.ts";

const { field, lars } = await livelyField();
const config = testConfig();
const ofField: Config = { ...config, databaseUrl: field.url };
const dir = folder();
const file = join(dir, "evening.backup");
const phrase = join(dir, "phrase");
writeFileSync(phrase, "sailing boats at dusk\n");

const external = async () => {
  const made = await createDatabase("template1");
  afterAll(() => dropDatabase(made.name));
  return made.url;
};
const embedded = (name: string): Config => ({ ...config, keys: null, dataDir: join(dir, name) });

async function asOwner(url: string, text: string): Promise<readonly unknown[]> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return (await owner.query(text)).rows;
  } finally {
    await owner.end();
  }
}

/** Tables by name, with rows and digest, those left out whose rows a restore adds to. */
async function tablesIn(path: string): Promise<Record<string, string>> {
  const { end } = await verifyBackup(path, config);
  const moved = ["lease", "journal_entry"];
  return Object.fromEntries(
    end.tables
      .filter(({ name }) => !moved.includes(name))
      .map(({ schema, name, rows, sha256 }) => [`${schema}.${name}`, `${rows} ${sha256}`]),
  );
}

it("is taken while desks write, for its owner's eyes only, and says that the keys are not in it", async () => {
  let working = true;
  const work = (async () => {
    for (let round = 0; round < 2 || working; round++) {
      await completes(lars);
      field.clock.forward(minute);
      if (round === 3) break;
    }
  })();
  const { code, lines } = await backup(ofField, file);
  working = false;
  await work;
  expect([code, lines.join("\n")]).toEqual([0, expect.stringMatching(/THE KEYS ARE NOT IN IT.*keys\.json/)]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = await backup(ofField, file);
  expect(again).toEqual({ code: 1, lines: [expect.stringContaining("is there already")] });
  expect((await backup(ofField, file, "--force", "--with-keys", phrase)).code).toBe(0);
  expect((await backup(config, "verify", file)).lines.at(-1)).toBe(`${file} is whole.`);
});

describe("restored", () => {
  it("into an external database has every row as it was, and the field goes on", async () => {
    const url = await external();
    const there = { ...config, databaseUrl: url };
    const restored = await restore(there, file);
    expect(restored, restored.lines.join("\n")).toMatchObject({ code: 0 });
    expect(restored.lines.at(-1)).toBe("Everybody signs in again. Cases that were on a desk and go back: 1.");
    const copy = join(dir, "copy.backup");
    expect((await backup(there, copy)).code).toBe(0);
    expect(await tablesIn(copy)).toEqual(await tablesIn(file));

    const clock = runningClock();
    clock.forward(field.clock.now() - clock.now() + minute);
    const keys = config.keys ?? field.platform.keys;
    const platform = openPlatform({ config, url, keys, logger: createLogger("silent"), clock });
    const app = await buildApp(platform);
    try {
      expect(await recount(platform.database)).toEqual([]);
      const { rows: triggers } = await platform.database.pool.query(
        "select 1 from pg_trigger where not tgisinternal and tgenabled <> 'O'",
      );
      expect(triggers).toEqual([]);
      const erased = platform.database.pool.query("delete from journal_entry");
      await expect(erased).rejects.toThrow("never change once written");
      clock.forward(46 * minute);
      await duties({ ...field, platform });
      const password = await field.password({ name: "mette" });
      const mette = await deskOf(app, { name: "mette", password, waveId: field.waveId });
      expect((await mette.ask("GET", "/api/desk")).body.case).toBeNull();
      await mette.next();
      expect(await recount(platform.database)).toEqual([]);
    } finally {
      await app.close();
      await platform.close();
    }
  });

  it("into the embedded database of a new folder, with the keys that came in the file, is the same", async () => {
    const there = embedded("new");
    const restored = await restore(there, file, "--passphrase-file", phrase);
    expect(restored, restored.lines.join("\n")).toMatchObject({ code: 0 });
    const copy = join(dir, "embedded.backup");
    const server = await serveDatabase(there);
    expect((await backup(there, copy)).code, "beside a server that runs").toBe(0);
    await server.stop();
    expect(await tablesIn(copy)).toEqual(await tablesIn(file));
    const again = await restore(there, file, "--passphrase-file", phrase);
    expect(again).toEqual({ code: 1, lines: [expect.stringContaining("There is a database in")] });
  });
});

it("an older backup comes back as it was, and is then brought to the present version", async () => {
  const older = folder();
  const migrations = readdirSync("prisma/migrations")
    .filter((name) => /^\d/.test(name))
    .sort();
  const known = migrations.slice(0, 9);
  for (const name of known) {
    cpSync(join("prisma/migrations", name), join(older, "prisma/migrations", name), { recursive: true });
  }
  const [from, to] = [await external(), await external()];
  await prepareDatabase(from, { mode: "test", root: older });
  await asOwner(from, "insert into study values (gen_random_uuid(), 'cp', 'Co-production: øre \\\\N')");
  const old = join(older, "old.backup");
  expect((await backup({ ...config, databaseUrl: from }, old)).code).toBe(0);
  const { code, lines } = await restore({ ...config, databaseUrl: to }, old);
  expect([code, lines.at(-2)]).toEqual([0, `Brought to this version by ${migrations.slice(9).join(", ")}.`]);
  const studies = await asOwner(to, "select code, title from study");
  expect(studies).toEqual([{ code: "cp", title: "Co-production: øre \\\\N" }]);
});

describe("the drill", () => {
  it("recounts everything in a database of its own, and leaves nothing behind", async () => {
    const { code, lines } = await restore(config, "--drill", file);
    expect(lines).toContainEqual(
      expect.stringMatching(/^Contacts: the keys open [1-9]\d+, and do not open 0\.$/),
    );
    expect([code, lines.at(-1)]).toEqual([0, "Everything was recounted, and holds."]);
  });

  it("names what does not hold, and ends with code 1", async () => {
    await asOwner(field.url, "update quota_cell set completed = completed + 1 where id = 'DK/sex/F'");
    const wrong = join(dir, "wrong.backup");
    expect((await backup(ofField, wrong)).code).toBe(0);
    await asOwner(field.url, "update quota_cell set completed = completed - 1 where id = 'DK/sex/F'");
    const { code, lines } = await restore(config, "--drill", wrong);
    expect(lines).toContainEqual(
      expect.stringMatching(/^R3 quota-counters: quota_cell \S+ DK\/sex\/F completed/),
    );
    expect([code, lines.at(-1)]).toEqual([1, "Findings: 1."]);
  });
});

describe("refused in one sentence, and nothing is touched:", () => {
  const flipped = (at: number) => (bytes: Buffer) => {
    const place = Math.floor(bytes.length * at);
    bytes[place] = (bytes[place] ?? 0) ^ 4;
    return bytes;
  };
  const later = (head: Record<string, unknown>) => ({
    ...head,
    application: "9.0.0",
    migrations: [
      ...(head["migrations"] as object[]),
      { name: "29990101000000_later", checksum: "0".repeat(64) },
    ],
  });
  const cases: readonly [string, () => string, RegExp][] = [
    ["a flipped bit near the start", () => altered(file, "a", flipped(0.1)), /is damaged/],
    ["a flipped bit in the middle", () => altered(file, "b", flipped(0.5)), /is damaged/],
    ["a flipped bit near the end", () => altered(file, "c", flipped(0.99)), /is damaged/],
    [
      "a file cut short",
      () => altered(file, "d", (bytes) => bytes.subarray(0, -40)),
      /is damaged: it breaks off/,
    ],
    ["a file that is no backup", () => altered(file, "e", () => Buffer.from("something else")), /is damaged/],
    ["a file that is not there", () => join(dir, "nowhere"), /There is no file/],
    ["a newer backup", () => withHead(file, "f", later), /newer Fieldline \(9\.0\.0\).*29990101000000_later/],
    [
      "a later form of file",
      () => withHead(file, "g", (head) => ({ ...head, formatVersion: 2, tables: "otherwise" })),
      /in a form this one cannot read/,
    ],
  ];

  it.each(cases)("%s", async (_what, path, sentence) => {
    const { code, lines } = await restore(embedded("never"), path(), "--passphrase-file", phrase);
    expect([code, lines]).toEqual([1, [expect.stringMatching(sentence)]]);
    expect(() => statSync(join(dir, "never/postgres"))).toThrow("ENOENT");
  });

  it("other keys, no keys, another passphrase, and a database that is not empty", async () => {
    const other = { hash: Buffer.alloc(32, 7), encryption: Buffer.alloc(32, 8) };
    const [foreign] = (await restore({ ...embedded("never"), keys: other }, file)).lines;
    expect(foreign).toMatch(/^These are not the keys of the backup/);
    const [none] = (await restore(embedded("never"), file)).lines;
    expect(none).toMatch(/^The keys are missing/);
    const wrong = join(dir, "wrong-phrase");
    writeFileSync(wrong, "rowing boats at dawn");
    const [locked] = (await restore(embedded("never"), file, "--passphrase-file", wrong)).lines;
    expect(locked).toMatch(/^This is not the passphrase/);
    const before = await recount(field.platform.database);
    const [filled] = (await restore(ofField, file)).lines;
    expect(filled).toMatch(/^The database is not empty: there are rows in contact\.contact_note/);
    expect(await recount(field.platform.database)).toEqual(before);
  });
});
