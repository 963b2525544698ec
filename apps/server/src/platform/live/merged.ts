// Two looks at the rows of a stream as one: what the later one found stands.

import type { ChangedRows } from "./stream.ts";

export function merged(earlier: ChangedRows, later: ChangedRows): ChangedRows {
  const rows: Record<string, readonly { readonly id: string }[]> = {};
  const gone: Record<string, readonly string[]> = {};
  for (const table of tablesOf(earlier, later)) {
    const now = later.rows[table] ?? [];
    const goneNow = later.gone?.[table] ?? [];
    const decided = new Set([...now.map(({ id }) => id), ...goneNow]);
    const before = (earlier.rows[table] ?? []).filter(({ id }) => !decided.has(id));
    const goneBefore = (earlier.gone?.[table] ?? []).filter((id) => !decided.has(id));
    if (before.length + now.length > 0) rows[table] = [...before, ...now];
    if (goneBefore.length + goneNow.length > 0) gone[table] = [...goneBefore, ...goneNow];
  }
  return Object.keys(gone).length > 0 ? { rows, gone } : { rows };
}

const tablesOf = (...looks: readonly ChangedRows[]): ReadonlySet<string> =>
  new Set(looks.flatMap(({ rows, gone }) => [...Object.keys(rows), ...Object.keys(gone ?? {})]));
