// The messages of the person signed in: asked for whenever the news mark a change, else now and then.

import type { MessageList } from "@fieldline/protocol";
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answered, client } from "../client.ts";
import { useStream } from "../live/use-stream.ts";
import { useMay } from "../session/use-me.ts";

const key = ["messages"] as const;
const askEveryMs = 30_000;

export function useMessages(waveId: string): UseQueryResult<MessageList> {
  const allowed = useMay("message.read");
  const { phase, held } = useStream("desk", waveId, allowed);
  const queries = useQueryClient();
  const messages = useQuery({
    queryKey: key,
    queryFn: () => answered(client.listMessages()),
    enabled: allowed,
    refetchInterval: ({ state }) => (phase === "live" && state.error === null ? false : askEveryMs),
    retry: false,
  });
  const received = held?.rows.messages;
  const sent = held?.rows.sent;
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks say nothing by themselves, only that something changed
  useEffect(() => void queries.invalidateQueries({ queryKey: key }), [queries, received, sent]);
  return messages;
}

interface Written {
  readonly toIds: readonly string[];
  readonly text: string;
}

export function useSendMessage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (message: Written) => answered(client.sendMessage(message)),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useReadMessages() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => answered(client.readMessages(ids)),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
