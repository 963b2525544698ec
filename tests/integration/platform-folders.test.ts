// Where the data goes when the clone is private, and who is told what when a folder cannot be reached.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dataFolder, sharedFolder } from "../../apps/server/src/platform/postgres/data-folder.ts";
import { lockFolder } from "../../apps/server/src/platform/postgres/folder-lock.ts";
import { databaseUser } from "../../apps/server/src/platform/postgres/system-user.ts";

const base = mkdtempSync(join(tmpdir(), "fieldline-folders-"));
chmodSync(base, 0o711);
const privateClone = join(base, "private");
const openClone = join(base, "open");
mkdirSync(privateClone, { mode: 0o700 });
mkdirSync(openClone, { mode: 0o755 });
const user = databaseUser();
afterAll(() => {
  rmSync(base, { recursive: true });
  rmSync(sharedFolder(privateClone), { recursive: true, force: true });
});

test("the data of a clone that the database's user can reach lies in it", () => {
  expect(dataFolder({ dataDir: null, root: openClone }, user)).toBe(join(openClone, "data"));
  expect(statSync(join(openClone, "data")).mode & 0o077).toBe(user ? 0o011 : 0);
});

test("the data of a root's private clone lies in a folder of its own outside, and stays there", () => {
  const expected = user ? sharedFolder(privateClone) : join(privateClone, "data");
  expect(dataFolder({ dataDir: null, root: privateClone }, user)).toBe(expected);
  mkdirSync(join(expected, "postgres"));
  chmodSync(privateClone, 0o755);
  expect(dataFolder({ dataDir: null, root: privateClone }, user)).toBe(expected);
  chmodSync(privateClone, 0o700);
});

test("a folder named by DATA_DIR is made, or refused with a sentence when the database's user cannot reach it", () => {
  const named = join(privateClone, "named");
  const choose = () => dataFolder({ dataDir: named, root: openClone }, user);
  if (user)
    expect(choose).toThrow(`cannot be reached by the system user ${user.name}, who runs the database`);
  else expect(choose()).toBe(named);
  expect(existsSync(named)).toBe(true);
});

test("the lock of a folder is had once, and again when it is given back", () => {
  const first = lockFolder(openClone);
  expect(first).not.toBeNull();
  expect(lockFolder(openClone)).toBeNull();
  first?.release();
  const second = lockFolder(openClone);
  expect(second).not.toBeNull();
  second?.release();
});
