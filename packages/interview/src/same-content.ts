// Whether two operations say the same: what makes a repeated one a duplicate and not a conflict.

import { fromIso } from "@fieldline/kernel";
import type { Operation } from "./operations.ts";

/** Filled in by the server, so a repetition from the desk lacks it. */
const filledByServer = new Set(["verdict"]);

/** Same content, whatever the order of keys; `at` compares as an instant, a verdict of the server not at all. */
export function sameContent(left: Operation, right: Operation): boolean {
  return sameFields({ ...left }, { ...right });
}

function sameFields(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) {
    if (filledByServer.has(key)) continue;
    const same = key === "at" ? sameInstant(left[key], right[key]) : sameValue(left[key], right[key]);
    if (!same) return false;
  }
  return true;
}

function sameValue(left: unknown, right: unknown): boolean {
  if (isRecord(left) && isRecord(right)) return sameFields(left, right);
  return left === right;
}

function sameInstant(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "string" || typeof right !== "string") return false;
  const instant = fromIso(left);
  return instant !== null && instant === fromIso(right);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
