// What is kept of a command's content: a keyed digest, by which a repetition is told from another command.

import { createHmac, hkdfSync } from "node:crypto";

/** JSON with keys in one order, so that the same content has the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b))))
      : part,
  );
}

/** What of a command's input its receipt is made from: all but the secrets among it. */
export function withoutSecrets(input: unknown, secret: readonly string[] = []): unknown {
  if (secret.length === 0) return input;
  return Object.fromEntries(Object.entries(input as object).filter(([name]) => !secret.includes(name)));
}

/** Digests of contents under a key of their own, derived from the key of the number hashes. */
export function contentDigest(hashKey: Uint8Array): (content: unknown) => Uint8Array<ArrayBuffer> {
  const key = Buffer.from(hkdfSync("sha256", hashKey, "", "fieldline command digest", 32));
  return (content) => new Uint8Array(createHmac("sha256", key).update(canonicalJson(content)).digest());
}
