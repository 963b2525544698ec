// The quota board of a wave, asked for again and again, and how fresh the last answer is.

import type { QuotaBoard } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";
import { isLive } from "./is-live.ts";

export const boardKey = (wave: string) => ["quota-board", wave] as const;

const everyMs = 2_000;

/** Also while the window is covered: a wall must not find out late that it was not looked at. */
export const useQuotaBoard = (wave: string) =>
  useQuery({
    queryKey: boardKey(wave),
    queryFn: () => answered(client.quotaBoard(wave)),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    retry: false,
  });

/** Whether what the screen shows is what the server says now. */
export function useIsLive({ dataUpdatedAt, isError }: UseQueryResult<QuotaBoard, Error>): boolean {
  const now = useTicking(Date.now);
  return isLive({ heardAt: dataUpdatedAt, failed: isError, now });
}
