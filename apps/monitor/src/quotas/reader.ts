// Who reads the cells: language, words, and the release whose answers the cells are named after.

import type { Instrument } from "@fieldline/instrument";
import { type Translate, useWording } from "@fieldline/wording";
import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

export interface Reader {
  readonly t: Translate;
  readonly language: string;
  /** `undefined` until it has come: cells are then called by their codes. */
  readonly instrument: Instrument | undefined;
}

export function useReader(): Reader {
  const { t, language } = useWording();
  const fingerprint = useWaveHere().release?.fingerprint ?? "";
  const release = useQuery({
    queryKey: ["release", fingerprint],
    queryFn: () => answered(client.readRelease(fingerprint)),
    enabled: fingerprint !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { t, language, instrument: release.data?.instrument as unknown as Instrument | undefined };
}
