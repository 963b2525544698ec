// One case as it stands, asked for again every few seconds, and its notes, which are asked for on demand only.

import type { CorrectOutcome } from "@fieldline/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

const caseKey = (id: string) => ["case", id] as const;
const everySoOften = 5_000;

export const useCase = (id: string) =>
  useQuery({
    queryKey: caseKey(id),
    queryFn: () => answered(client.readCase(id)),
    refetchInterval: everySoOften,
  });

/** Reading notes is journalled, so it happens when somebody asks for it and never by itself; nothing is kept. */
export function useNotes(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answered(client.readNotes(id)),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(id) }),
  });
}

export type Correction = Omit<CorrectOutcome, "commandId">;

/** The free times of a day, and its kind; asked for once a day is chosen. */
export const useSlots = (id: string, date: string) =>
  useQuery({
    queryKey: ["slots", id, date],
    queryFn: () => answered(client.freeSlots(id, date)),
    enabled: date !== "",
  });

export function useCorrection(caseId: string, attempt: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (to: Correction) => answered(client.correctOutcome(attempt, to)),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}
