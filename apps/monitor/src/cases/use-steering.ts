// Steers a case, and asks who could take it; the case and the queue are asked for again.

import type { SteerCase } from "@fieldline/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

export function useSteering(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (to: SteerCase["to"]) => answered(client.steerCase(caseId, to)),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["case", caseId] });
      await queries.invalidateQueries({ queryKey: ["queue"] });
    },
  });
}

export const useCandidates = (caseId: string) =>
  useQuery({ queryKey: ["candidates", caseId], queryFn: () => answered(client.readCandidates(caseId)) });
