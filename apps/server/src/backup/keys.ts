// The keys of a backup: which they were, and themselves only under a passphrase.

import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { Keys } from "../platform/config.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import type { Head } from "./manifest.ts";

export const keysNote =
  "Numbers, names, notes and messages in this backup are encrypted. The keys are in keys.json of the data folder, or in HASH_KEY and ENCRYPTION_KEY: keep a copy of them elsewhere, for without them nobody can ever read these again.";

/** Tells keys apart and nothing else: 32 random bytes cannot be tried out. */
const markOf = (key: Uint8Array): string =>
  createHmac("sha256", key).update("fieldline backup").digest("hex").slice(0, 16);

export const marksOf = (keys: Keys): { readonly hash: string; readonly encryption: string } => ({
  hash: markOf(keys.hash),
  encryption: markOf(keys.encryption),
});

/** @throws OperatorError where these keys are others than those of the backup */
export function refuseOtherKeys(keys: Keys, head: Head): void {
  const marks = marksOf(keys);
  if (marks.hash === head.keys.hash && marks.encryption === head.keys.encryption) return;
  throw new OperatorError(
    "These are not the keys of the backup, so no contact in it could ever be read; put the keys.json of its server into the data folder, or set its HASH_KEY and ENCRYPTION_KEY.",
  );
}

/** scrypt with the cost that OWASP asks for (2^17, 8, 1); some 128 MB for a moment. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };
const stretch = promisify(scrypt) as (
  passphrase: string,
  salt: Buffer,
  length: number,
  options: typeof cost,
) => Promise<Buffer>;

type Sealed = NonNullable<Head["keys"]["sealed"]>;

/** Both keys, encrypted with AES-256-GCM under what scrypt makes of the passphrase. */
export async function sealKeys(keys: Keys, passphrase: string): Promise<Sealed> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", await stretch(passphrase, salt, 32, cost), nonce);
  const text = Buffer.concat([cipher.update(keys.hash), cipher.update(keys.encryption), cipher.final()]);
  const base64 = (bytes: Buffer) => bytes.toString("base64");
  return {
    salt: base64(salt),
    nonce: base64(nonce),
    tag: base64(cipher.getAuthTag()),
    text: base64(text),
  };
}

/** @throws OperatorError where the passphrase is another */
export async function openKeys(sealed: Sealed, passphrase: string): Promise<Keys> {
  const bytes = (text: string) => Buffer.from(text, "base64");
  const key = await stretch(passphrase, bytes(sealed.salt), 32, cost);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes(sealed.nonce), { authTagLength: 16 });
    decipher.setAuthTag(bytes(sealed.tag));
    const both = Buffer.concat([decipher.update(bytes(sealed.text)), decipher.final()]);
    return { hash: both.subarray(0, 32), encryption: both.subarray(32) };
  } catch {
    throw new OperatorError("This is not the passphrase under which the keys were put into the backup.");
  }
}
