// How a wave is set up, and changing it; whatever shows the wave is asked for again afterwards.

import type { ForwardWave, WaveChanges, WaveSettings } from "@fieldline/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../client.ts";
import { boardKey } from "../quotas/use-quota-board.ts";

const keyOf = (wave: string) => ["settings", wave] as const;

export const useSettings = (wave: string, allowed: boolean) =>
  useQuery({
    queryKey: keyOf(wave),
    queryFn: () => answered(client.readWaveSettings(wave)),
    enabled: allowed,
  });

/** Asks again for all that shows this wave. */
export function useAfresh(wave: string): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    const shown = [keyOf(wave), ["wave", wave], ["waves"], boardKey(wave)];
    await Promise.all(shown.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}

function useStep<Input, Output>(wave: string, step: (input: Input) => Promise<Output>) {
  const afresh = useAfresh(wave);
  return useMutation({ mutationFn: step, onSuccess: afresh });
}

export const useChangeWave = ({ id }: WaveSettings) =>
  useStep(id, (change: WaveChanges) => answered(client.changeWave(id, change)));

export const useReleaseWave = ({ id }: WaveSettings) =>
  useStep(id, (_: null) => answered(client.releaseWave(id)));

export const useCloseWave = ({ id }: WaveSettings) =>
  useStep(id, (_: null) => answered(client.closeWave(id)));

export const useForwardWave = ({ id }: WaveSettings) =>
  useStep(id, (to: ForwardWave["to"]) => answered(client.forwardWave(id, to)));

export const useTakePlan = ({ id }: WaveSettings) =>
  useStep(id, (planOf: string) => answered(client.takeQuotaPlan(id, planOf)));
