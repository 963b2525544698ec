// Releases this page has fetched and compiled: a release never changes, so once is enough.

import type { Client, Reply } from "@fieldline/client";
import type { InstrumentRelease } from "@fieldline/instrument";
import { type CompiledRelease, compile } from "@fieldline/interview";
import { ok } from "@fieldline/kernel";

const compiledBefore = new Map<string, CompiledRelease>();

export async function compiledRelease(client: Client, fingerprint: string): Promise<Reply<CompiledRelease>> {
  const known = compiledBefore.get(fingerprint);
  if (known) return ok(known);
  const reply = await client.readRelease(fingerprint);
  if (!reply.ok) return reply;
  const made = compile(reply.value as unknown as InstrumentRelease);
  compiledBefore.set(fingerprint, made);
  return ok(made);
}
