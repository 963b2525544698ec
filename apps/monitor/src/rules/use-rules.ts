// The call rules of a wave: read, tried out, put in force.

import type { CallRulesBody, PreviewCallRules } from "@fieldline/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client, problemOf } from "../client.ts";
import { useAfresh } from "../settings/use-settings.ts";

const keyOf = (wave: string) => ["callRules", wave] as const;

export const useRules = (wave: string, allowed: boolean) =>
  useQuery({
    queryKey: keyOf(wave),
    queryFn: () => answered(client.readCallRules(wave)),
    enabled: allowed,
  });

export const usePreview = (wave: string) =>
  useMutation({ mutationFn: (body: PreviewCallRules) => answered(client.previewCallRules(wave, body)) });

interface Saved {
  readonly basedOn: number;
  readonly rules: CallRulesBody;
}

/** Where another version is in force by now, that one is asked for. */
export function useSetRules(wave: string) {
  const queries = useQueryClient();
  const afresh = useAfresh(wave);
  const again = () => queries.invalidateQueries({ queryKey: keyOf(wave) });
  return useMutation({
    mutationFn: ({ basedOn, rules }: Saved) => answered(client.setCallRules(wave, basedOn, rules)),
    onSuccess: async () => {
      await Promise.all([again(), afresh()]);
    },
    onError: (error) => {
      if (problemOf(error).code === "wave.rulesChanged") void again();
    },
  });
}
