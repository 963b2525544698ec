// History and reservations of an opened cell, asked for again whenever its figures change.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

/** Besides, every few seconds: each answer puts off the time until which a place is held, and changes no figure. */
export function useCellPage(cell: QuotaCellBody) {
  const wave = useWaveHere();
  return useQuery({
    queryKey: ["quota-cell", wave.id, cell],
    queryFn: () => answered(client.readQuotaCell(wave.id, cell.id)),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
    staleTime: 0,
    gcTime: 0,
  });
}
