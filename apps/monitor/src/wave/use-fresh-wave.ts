// Asks for the wave again as soon as its plan, its settings or its clock were changed by anybody.

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useStream } from "../live/use-stream.ts";
import { useMay } from "../session/use-me.ts";

export function useFreshWave(wave: string): void {
  const { held } = useStream("board", wave, useMay("quota.read"));
  const plan = held?.rows.plan.get("plan");
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row of the plan is the news
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ["wave", wave] });
  }, [queries, wave, plan]);
}
