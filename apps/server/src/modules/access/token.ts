// Tokens of sessions: random, held by the browser alone; the database knows only their hash.

import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as 43 characters that a cookie can carry. */
export const newToken = (): string => randomBytes(32).toString("base64url");

const shape = /^[A-Za-z0-9_-]{43}$/;

/** SHA-256 of a token; `null` for a text that cannot be one. The token is random, so it needs no salt. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> | null =>
  shape.test(token) ? new Uint8Array(createHash("sha256").update(token).digest()) : null;
