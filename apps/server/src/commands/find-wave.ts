// The wave a command is about: named by its code, or the only one there is.

import type { Platform } from "../platform/platform.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";

/** All waves with what commands show of them. */
export const allWaves = (platform: Platform) =>
  platform.database.read("plain", (tx) =>
    tx.wave.findMany({
      orderBy: [{ fieldFrom: "desc" }, { code: "asc" }],
      include: {
        study: { select: { code: true } },
        release: { select: { number: true } },
        _count: { select: { records: true } },
      },
    }),
  );

export type ListedWave = Awaited<ReturnType<typeof allWaves>>[number];

/** @throws OperatorError where the code is unknown, or missing with several waves to choose from */
export async function findWave(platform: Platform, code: string | undefined): Promise<ListedWave> {
  const waves = await allWaves(platform);
  if (waves.length === 0) {
    throw new OperatorError("There is no wave yet; npm start sets up the first one.");
  }
  const codes = waves.map((wave) => wave.code).join(", ");
  if (code === undefined) {
    const [only, ...others] = waves;
    if (only && others.length === 0) return only;
    throw new OperatorError(`There are several waves; name one with --wave: ${codes}.`);
  }
  const found = waves.filter((wave) => wave.code === code);
  const [first, ...same] = found;
  if (!first) throw new OperatorError(`There is no wave "${code}"; there are ${codes}.`);
  if (same.length > 0) throw new OperatorError(`Several studies have a wave "${code}".`);
  return first;
}
