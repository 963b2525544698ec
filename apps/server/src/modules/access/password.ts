// Passwords: kept as argon2id hashes, checked in the same time whether the name is known or not.

import { randomBytes, randomInt } from "node:crypto";
import { type Algorithm, hash, type Options, verify } from "@node-rs/argon2";

/** The value of `Algorithm.Argon2id`; the enum of the library is ambient and cannot be read at run time. */
const argon2id = 2 as Algorithm.Argon2id;

/**
 * Memory-hard: 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet, argon2id).
 * A guess costs an attacker what a sign-in costs the server.
 */
const cost: Options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let nobodysHash: Promise<string> | undefined;

/**
 * Whether the password belongs to the stored hash. Without a stored hash (no such name, a disabled user) one that
 * nobody knows the password of is checked all the same, so that the time tells nothing about who is known.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString("base64"));
  const matches = await verify(storedHash ?? (await nobodysHash), password);
  return storedHash !== null && matches;
}

/** Without letters and digits that are taken for one another when read from a printed line. */
const readable = "abcdefghjkmnpqrstuvwxyz23456789";

/** A random password of four groups of five, about 99 bits: `k3v9x-…`. Printed once, never stored. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => readable[randomInt(readable.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
