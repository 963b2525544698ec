// Erases the values of an interview that was taken back; what was done when stays.

import type { Sql } from "../../platform/db/sql.ts";

/** The case must be withdrawn. */
export const eraseBranches = (sql: Sql, caseId: string) =>
  sql.rows("select erase_branches($1::uuid) is null as erased", [caseId]);

/** The interview must be void. Neither the log's operations nor its packed row hold an answer afterwards. */
export const eraseValues = (sql: Sql, interviewId: string) =>
  sql.rows("select erase_interview($1::uuid) is null as erased", [interviewId]);
