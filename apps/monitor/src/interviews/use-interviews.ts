// Interviews of a wave, all or only those over quota, fetched page after page, so that sorting and downloading cover every one of them.

import type { InterviewFilter } from "@fieldline/client";
import type { InterviewRow } from "@fieldline/protocol";
import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

const atOnce = 500;

type Only = Pick<InterviewFilter, "overQuota">;

async function everyInterview(wave: string, only: Only): Promise<readonly InterviewRow[]> {
  const byId = new Map<string, InterviewRow>();
  for (let offset = 0; ; offset += atOnce) {
    const { interviews, total } = await answered(
      client.listInterviews(wave, { ...only, offset, limit: atOnce }),
    );
    for (const row of interviews) byId.set(row.id, row);
    if (interviews.length === 0 || offset + interviews.length >= total) return [...byId.values()];
  }
}

export const useInterviews = (wave: string, only: Only = {}) =>
  useQuery({
    queryKey: ["interviews", wave, only],
    queryFn: () => everyInterview(wave, only),
    refetchInterval: 30_000,
  });
