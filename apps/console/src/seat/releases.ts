// Releases this browser has fetched: a release never changes, so once is enough, also for a page without network.

import type { Client, Reply } from "@fieldline/client";
import type { InstrumentRelease } from "@fieldline/instrument";
import { type CompiledRelease, compile } from "@fieldline/interview";
import { ok } from "@fieldline/kernel";

const compiledBefore = new Map<string, CompiledRelease>();
const cacheName = "fieldline.releases";
const addressOf = (fingerprint: string): string => `/api/releases/${encodeURIComponent(fingerprint)}`;

export async function compiledRelease(client: Client, fingerprint: string): Promise<Reply<CompiledRelease>> {
  const known = compiledBefore.get(fingerprint);
  if (known) return ok(known);
  const kept = await keptRelease(fingerprint);
  const reply = kept ? ok(kept) : await client.readRelease(fingerprint);
  if (!reply.ok) return reply;
  if (!kept) await keepRelease(fingerprint, reply.value);
  const made = compile(reply.value as unknown as InstrumentRelease);
  compiledBefore.set(fingerprint, made);
  return ok(made);
}

async function keptRelease(fingerprint: string): Promise<unknown> {
  try {
    const found = await (await caches.open(cacheName)).match(addressOf(fingerprint));
    return found ? await found.json() : null;
  } catch {
    return null;
  }
}

async function keepRelease(fingerprint: string, release: unknown): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(addressOf(fingerprint), Response.json(release));
  } catch {
    // A browser that keeps nothing fetches it again.
  }
}

/** At sign-out: whoever comes next may not see these studies. */
export async function forgetReleases(): Promise<void> {
  compiledBefore.clear();
  await globalThis.caches?.delete(cacheName).catch(() => false);
}
