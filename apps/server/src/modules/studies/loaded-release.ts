// Releases in memory: frozen documents, so each is read from the database and parsed once in a process.

import type { Instrument, InstrumentRelease } from "@fieldline/instrument";
import type { ReadTx } from "../../platform/tx.ts";

const loaded = new Map<string, Promise<InstrumentRelease>>();

/** The release with this row id. Throws when there is none: a reference to a release is never dangling. */
export function loadedRelease(tx: ReadTx, releaseId: string): Promise<InstrumentRelease> {
  const known = loaded.get(releaseId);
  if (known) return known;
  const reading = read(tx, releaseId);
  loaded.set(releaseId, reading);
  reading.catch(() => loaded.delete(releaseId));
  return reading;
}

async function read(tx: ReadTx, releaseId: string): Promise<InstrumentRelease> {
  const row = await tx.instrumentRelease.findUniqueOrThrow({ where: { id: releaseId } });
  return {
    number: row.number,
    fingerprint: row.fingerprint,
    instrument: JSON.parse(row.canonical) as Instrument,
  };
}
