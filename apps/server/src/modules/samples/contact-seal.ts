// What may be kept of a number or a name: a keyed hash to know it by, and a sealed text that only the key opens.

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { Keys } from "../../platform/config.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface ContactSeal {
  /** HMAC-SHA-256 of an E.164 number: the same for the same number in every study, meaningless without the key. */
  hashOf(e164: string): Bytes;
  /** AES-256-GCM. `owner` is the id of the number or record the text belongs to; it opens with no other. */
  seal(text: string, owner: string): Bytes;
  /** @throws where key, owner or bytes are not those of the sealing */
  open(sealed: Uint8Array, owner: string): string;
}

const version = 1;
const ivLength = 12;
const tagLength = 16;

/** Sealed bytes are: version (1), nonce (12), tag (16), text. A new nonce each time. */
export function contactSeal(keys: Keys): ContactSeal {
  return {
    hashOf: (e164) => new Uint8Array(createHmac("sha256", keys.hash).update(e164).digest()),
    seal(text, owner) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv("aes-256-gcm", keys.encryption, iv);
      cipher.setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return new Uint8Array(Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]));
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== version) throw new Error("The contact was sealed in a way this version does not know");
      const iv = bytes.subarray(1, 1 + ivLength);
      const decipher = createDecipheriv("aes-256-gcm", keys.encryption, iv, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(1 + ivLength, 1 + ivLength + tagLength));
      const body = bytes.subarray(1 + ivLength + tagLength);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}
