// Lets sequences go on where they stood, so that no number is given twice.

import type pg from "pg";
import type { Sequence } from "./manifest.ts";

export async function setSequences(client: pg.ClientBase, sequences: readonly Sequence[]): Promise<void> {
  for (const { schema, name, last, called } of sequences) {
    await client.query("select setval(format('%I.%I', $1::text, $2::text)::regclass, $3::bigint, $4)", [
      schema,
      name,
      last,
      called,
    ]);
  }
}
