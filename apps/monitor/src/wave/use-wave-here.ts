// The wave the address names, for the pages inside its frame.

import type { WaveSummary } from "@fieldline/protocol";
import { createContext, useContext } from "react";

export const WaveHere = createContext<WaveSummary | null>(null);

/** Only inside `WaveFrame`. */
export function useWaveHere(): WaveSummary {
  const wave = useContext(WaveHere);
  if (!wave) throw new Error("This page stands outside the frame of a wave.");
  return wave;
}
