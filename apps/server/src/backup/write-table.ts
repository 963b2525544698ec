// Rows into a table, piece by piece, as COPY wrote them.

import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyInto } from "./catalogue.ts";
import type { Table } from "./manifest.ts";

export interface TableWriter {
  /** Waits while PostgreSQL is slower. */
  write(bytes: Buffer): Promise<void>;
  end(): Promise<void>;
}

/** Nothing else may be asked on this connection until `end` is done. */
export function writeTable(client: pg.ClientBase, table: Table): TableWriter {
  const stream = client.query(copyFrom(copyInto(table)));
  const done = finished(stream);
  done.catch(() => {});
  return {
    write: async (bytes) => {
      if (stream.destroyed) await done;
      if (!stream.write(bytes)) await once(stream, "drain");
    },
    end: async () => {
      stream.end();
      await done;
    },
  };
}
