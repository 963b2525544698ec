// The canonical form: one spelling of an instrument, so that equal instruments have equal fingerprints.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Instrument } from "../types.ts";

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * JSON with keys in code-unit order and no white space. Lists keep their order: it is part of the instrument.
 * Integer-like keys come first in ascending order, as ECMAScript writes them.
 */
export const canonicalForm = (instrument: Instrument): string => JSON.stringify(sorted(instrument));

/** SHA-256 of the canonical form's UTF-8 bytes, in hex. */
export const fingerprint = (instrument: Instrument): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalForm(instrument))));
