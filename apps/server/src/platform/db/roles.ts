// The database roles that transactions run under. They belong to the whole cluster, so no migration makes them.

import pg from "pg";
import { roleOf } from "../data-class.ts";
import { OperatorError } from "../problems/operator-error.ts";

const roles = Object.values(roleOf);
/** Somebody else made the role, or granted it, at the same moment. */
const overtaken = new Set(["42710", "23505", "XX000"]);

/** What an administrator runs where our own user may not make roles. */
const rolesSql = (user: string): string =>
  `${roles.map((role) => `CREATE ROLE ${role} NOLOGIN;`).join(" ")} GRANT ${roles.join(", ")} TO ${pg.escapeIdentifier(user)} WITH INHERIT FALSE, SET TRUE;`;

/**
 * Makes the roles that are absent and lets the present user take them on.
 * @throws OperatorError with the SQL to run where that user may not
 */
export async function ensureRoles(client: pg.Client): Promise<void> {
  const found = await client.query<{ user: string; rolname: string | null; usable: boolean }>(
    `SELECT current_user AS user, r.rolname, coalesce(pg_has_role(r.oid, 'SET'), false) AS usable
     FROM (SELECT 1) AS one LEFT JOIN pg_roles r ON r.rolname = ANY($1)`,
    [roles],
  );
  const user = found.rows[0]?.user ?? "";
  for (const role of roles) {
    const row = found.rows.find(({ rolname }) => rolname === role);
    if (!row) await unlessOvertaken(client, user, `CREATE ROLE ${role} NOLOGIN`);
    if (!row?.usable) {
      const grant = `GRANT ${role} TO ${pg.escapeIdentifier(user)} WITH INHERIT FALSE, SET TRUE`;
      await unlessOvertaken(client, user, grant);
    }
  }
}

async function unlessOvertaken(client: pg.Client, user: string, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const { code } = error as pg.DatabaseError;
    if (code === "42501") {
      throw new OperatorError(
        `The database user ${user} may not set up Fieldline's roles; an administrator must run: ${rolesSql(user)}`,
      );
    }
    if (!code || !overtaken.has(code)) throw error;
  }
}
