// The desks of a wave as they stand now, for those who may see the floor: pushed live, else asked for again and again.

import type { Phase, Refused } from "@fieldline/client";
import type { DeskRow } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { answered, client, problemOf } from "../client.ts";
import { useStream } from "../live/use-stream.ts";
import { type Freshness, freshnessOf, pollEveryMs } from "../quotas/freshness.ts";
import { useMay } from "../session/use-me.ts";

export interface Floor {
  readonly phase: Phase;
  /** `null` until they have come, and for those who may not see them. */
  readonly desks: readonly DeskRow[] | null;
  /** Machine time at which the desks stood so. */
  readonly asOf: string | null;
  readonly freshness: Freshness;
  readonly problem: Refused | null;
}

export function useFloor(waveId: string): Floor {
  const allowed = useMay("floor.read");
  const { phase, held, problem } = useStream("floor", waveId, allowed);
  const asked = useQuery({
    queryKey: ["floor", waveId],
    queryFn: () => answered(client.readFloor(waveId)),
    enabled: allowed && phase !== "live",
    refetchInterval: pollEveryMs,
    retry: false,
  });
  const [openedAt] = useState(Date.now);
  const now = useTicking(Date.now);
  const rows = held?.rows.desks;
  const desks = useMemo(() => (rows ? [...rows.values()] : null), [rows]);
  const pushed = held && desks && { asOf: held.asOf, desks };
  const { data, error, dataUpdatedAt: answeredAt, isError: failed } = asked;
  const newest = phase !== "live" && data && !(pushed && pushed.asOf >= data.asOf) ? data : pushed;
  return {
    phase,
    desks: newest?.desks ?? null,
    asOf: newest?.asOf ?? null,
    freshness: freshnessOf({ phase, answeredAt, failed, openedAt, now }),
    problem: (error && problemOf(error)) ?? problem,
  };
}
