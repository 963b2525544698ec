// How long an interview has lasted against what is usual in its country.

import { number } from "../format.ts";
import type { FloorReader } from "./columns.ts";

export type AgainstMedian = "none" | "within" | "over" | "farOver";

const minute = 60_000;
/** How many times the usual length an interview may take before somebody should know. */
const far = 2;

/** `lasted` in milliseconds; `none` where the country has no complete to compare with. */
export function againstMedian(lasted: number, medianMinutes: number | null): AgainstMedian {
  if (medianMinutes === null) return "none";
  const usual = medianMinutes * minute;
  if (lasted <= usual) return "within";
  return lasted <= usual * far ? "over" : "farOver";
}

/** `over the median of 9.5 min`. */
export const medianWords = (
  lasted: number,
  medianMinutes: number | null,
  { t, language }: FloorReader,
): string =>
  t(`monitor.floor.median.${againstMedian(lasted, medianMinutes)}`, {
    minutes: number(medianMinutes ?? 0, language, 1),
  });
