// The waves this person may see, and a wave's clock that runs on between two answers of the server.

import type { WaveSummary } from "@fieldline/protocol";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { answered, client } from "../client.ts";

export const useWaves = () =>
  useQuery({ queryKey: ["waves"], queryFn: () => answered(client.listWaves()), refetchInterval: 30_000 });

export const useWave = (wave: string) =>
  useQuery({
    queryKey: ["wave", wave],
    queryFn: () => answered(client.readWave(wave)),
    refetchInterval: 30_000,
  });

/** Field time from the server's last word on; `heardAt` by this computer's clock. */
export function useFieldNow(wave: WaveSummary, heardAt: number): () => number {
  const { fieldNow } = wave;
  return useCallback(() => Date.parse(fieldNow) + (Date.now() - heardAt), [fieldNow, heardAt]);
}

/** The zone in which a wave's field time is shown: that of its first country. */
export const zoneOf = (wave: WaveSummary): string => wave.countries[0]?.timeZone ?? "UTC";
