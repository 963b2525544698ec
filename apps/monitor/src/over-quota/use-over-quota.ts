// The interviews over quota, asked for again whenever the wall counts another one.

import { useEffect } from "react";
import { useInterviews } from "../interviews/use-interviews.ts";
import { useStream } from "../live/use-stream.ts";
import { useMay } from "../session/use-me.ts";

export function useOverQuota(waveId: string): ReturnType<typeof useInterviews> {
  const { held } = useStream("board", waveId, useMay("quota.read"));
  const countries = held?.rows.countries;
  const counted = countries && [...countries.values()].reduce((sum, { overQuota }) => sum + overQuota, 0);
  const interviews = useInterviews(waveId, { overQuota: true });
  const { refetch, data } = interviews;
  const others = data !== undefined && counted !== data.length ? counted : undefined;
  useEffect(() => {
    if (others !== undefined) void refetch();
  }, [others, refetch]);
  return interviews;
}
