// Who may touch what in the database, shown by SQL under each role.

import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { prepareDatabase } from "../../apps/server/src/platform/db/prepare.ts";
import { ensureRoles } from "../../apps/server/src/platform/db/roles.ts";
import { adminName } from "../../apps/server/src/platform/postgres/cluster.ts";
import { serverUrl } from "../../apps/server/src/platform/postgres/login.ts";
import { freshPlatform, testConfig } from "./support/platform.ts";

const { platform, url } = await freshPlatform();
const owner = new pg.Client({ connectionString: url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(() => owner.query("BEGIN"));
afterEach(() => owner.query("ROLLBACK"));

const denied = { code: "42501" };

test.each([
  ["fieldline_app", "SELECT * FROM contact.contact_number"],
  ["fieldline_app", "SELECT * FROM contact.contact_person"],
  ["fieldline_app", "SELECT * FROM contact.contact_note"],
  ["fieldline_export", "SELECT * FROM contact.contact_note"],
  ["fieldline_contact", "UPDATE contact.contact_note SET sealed = ''"],
  ["fieldline_export", "SELECT * FROM contact.contact_number"],
  ["fieldline_export", "SELECT * FROM contact.contact_person"],
  ["fieldline_export", "SELECT password_hash FROM app_user"],
  ["fieldline_export", "SELECT * FROM session"],
  ["fieldline_export", "SELECT * FROM phone_number"],
  ["fieldline_export", "DELETE FROM interview_result"],
  ["fieldline_contact", "SELECT * FROM interview_operation"],
  ["fieldline_contact", "SELECT * FROM interview_result"],
  ["fieldline_contact", "SELECT password_hash FROM app_user"],
  ["fieldline_contact", "SELECT * FROM session"],
  ["fieldline_app", "UPDATE interview_operation SET type = 'x'"],
  ["fieldline_app", "DELETE FROM instrument_release"],
  ["fieldline_app", "UPDATE export SET interviews = 0"],
  ["fieldline_app", "DELETE FROM export"],
  ["fieldline_app", "UPDATE export_file SET content = ''"],
  ["fieldline_app", "DELETE FROM export_file"],
  ["fieldline_app", "DELETE FROM contact_attempt"],
  ["fieldline_app", "DELETE FROM command_receipt"],
  ["fieldline_app", "DELETE FROM interview"],
  ["fieldline_app", "DELETE FROM interview_result"],
  ["fieldline_app", "SELECT * FROM _prisma_migrations"],
  ["fieldline_app", "CREATE TABLE own (id int)"],
])("%s is denied: %s", async (role, sql) => {
  await owner.query(`SET LOCAL ROLE ${role}`);
  await expect(owner.query(sql)).rejects.toMatchObject(denied);
});

test.each([
  ["fieldline_contact", "SELECT * FROM contact.contact_number"],
  ["fieldline_contact", 'SELECT * FROM "case" JOIN lease ON lease.case_id = "case".id'],
  ["fieldline_app", "SELECT * FROM interview_operation"],
  ["fieldline_app", "SELECT * FROM app_user"],
  ["fieldline_export", "SELECT * FROM interview_result"],
])("%s may: %s", async (role, sql) => {
  await owner.query(`SET LOCAL ROLE ${role}`);
  await expect(owner.query(sql)).resolves.toBeDefined();
});

test("a transaction for plain data that asks for a contact fails, and the next one is none the worse", async () => {
  const asking = platform.database.write("plain", (tx) => tx.contactNumber.count());
  await expect(asking).rejects.toThrow();
  expect(await platform.database.write("contact", (tx) => tx.contactNumber.count())).toBe(0);
});

test("the role ends with its transaction, on whatever connection the next one gets", async () => {
  await platform.database.read("export", (tx) => tx.wave.count());
  const { rows } = await platform.database.pool.query("SELECT current_user AS who");
  expect(rows).toEqual([{ who: "fieldline" }]);
});

test("a database user without the right to make roles is told the SQL an administrator must run", async () => {
  const { port, adminPassword } = inject("cluster");
  const admin = new pg.Client({
    host: "127.0.0.1",
    port,
    user: adminName,
    password: adminPassword,
    database: "postgres",
  });
  await admin.connect();
  await admin.query("CREATE ROLE guest LOGIN PASSWORD 'guest'");
  const guest = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "guest",
    password: "guest",
    database: "postgres",
  });
  await guest.connect();
  const failure = await ensureRoles(guest).catch((error: Error) => error.message);
  expect(failure).toContain("an administrator must run: CREATE ROLE fieldline_app NOLOGIN;");
  const sql = String(failure).split("must run: ")[1] ?? "";
  await admin.query(sql.slice(sql.indexOf("GRANT")));
  await expect(ensureRoles(guest)).resolves.toBeUndefined();
  await guest.end();
  await admin.query("DROP ROLE guest");
  await admin.end();
});

test("a database that cannot be reached is named in one sentence, without its password", async () => {
  const nowhere = serverUrl(1, "secret-password");
  const failure = await prepareDatabase(nowhere, testConfig()).catch((error: Error) => error.message);
  expect(failure).toMatch(/^The database at 127\.0\.0\.1:1\/fieldline cannot be reached \(ECONNREFUSED\)/);
  expect(failure).not.toContain("secret-password");
});
