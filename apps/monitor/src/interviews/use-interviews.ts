// All interviews of a wave, fetched page after page, so that sorting and downloading cover every one of them.

import type { InterviewRow } from "@fieldline/protocol";
import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

const atOnce = 500;

async function allInterviews(wave: string): Promise<readonly InterviewRow[]> {
  const byId = new Map<string, InterviewRow>();
  for (let offset = 0; ; offset += atOnce) {
    const { interviews, total } = await answered(client.listInterviews(wave, { offset, limit: atOnce }));
    for (const row of interviews) byId.set(row.id, row);
    if (interviews.length === 0 || offset + interviews.length >= total) return [...byId.values()];
  }
}

export const useInterviews = (wave: string) =>
  useQuery({
    queryKey: ["interviews", wave],
    queryFn: () => allInterviews(wave),
    refetchInterval: 30_000,
  });
