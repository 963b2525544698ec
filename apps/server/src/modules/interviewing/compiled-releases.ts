// Compiled releases in memory, one for each release this process has met.

import type { InstrumentRelease } from "@fieldline/instrument";
import { type CompiledRelease, compile } from "@fieldline/interview";
import type { ReadTx } from "../../platform/tx.ts";
import { loadedRelease } from "../studies/index.ts";

const compiled = new WeakMap<InstrumentRelease, CompiledRelease>();

/** The release with this row id, ready for the fold. */
export async function compiledRelease(tx: ReadTx, releaseId: string): Promise<CompiledRelease> {
  const release = await loadedRelease(tx, releaseId);
  const known = compiled.get(release);
  if (known) return known;
  const made = compile(release);
  compiled.set(release, made);
  return made;
}
