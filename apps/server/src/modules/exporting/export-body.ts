// An export as the wire shows it.

import type { ExportBody } from "@fieldline/protocol";
import type { ReadTx } from "../../platform/tx.ts";
import { filesOf, type StoredExport } from "./store.exports.ts";
import { signInNames } from "./store.rows.ts";

/** The bodies of some exports, in their order. */
export async function exportBodies(tx: ReadTx, exports: readonly StoredExport[]): Promise<ExportBody[]> {
  const files = await filesOf(
    tx,
    exports.map(({ id }) => id),
  );
  const names = await signInNames(
    tx,
    exports.map(({ userId }) => userId),
  );
  return exports.map((row) => ({
    id: row.id,
    waveId: row.waveId,
    waveMode: row.wave.mode === "live" ? "live" : "test",
    format: "csv",
    interviews: row.interviews,
    countries: row.countries,
    createdAt: row.createdAt.toISOString(),
    fieldAt: row.fieldAt.toISOString(),
    createdBy: names.get(row.userId) ?? "",
    files: files.get(row.id) ?? [],
  }));
}
