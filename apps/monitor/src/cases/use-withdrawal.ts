// Takes an interview back by its code; the list of cases is asked for again.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

export function useWithdrawal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => answered(client.withdrawInterview(code)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["cases"] }),
  });
}
