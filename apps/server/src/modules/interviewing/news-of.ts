// What whoever watches is told of operations: a desk that came to another unit or state, an interview that ended.

import { toIso } from "@fieldline/kernel";
import type { Told } from "../../platform/live/tell.ts";
import type { ToldRow } from "./append.sql.ts";
import type { Folded } from "./fold-posting.ts";

export function newsOf({ posted, head, moved, ends }: Folded): ToldRow[] {
  const where = {
    interview_id: posted.interview,
    wave_id: head.wave_id,
    country: head.country,
    at: toIso(posted.now),
  };
  const desk =
    ends || moved.unit !== head.unit || moved.status !== head.status
      ? [{ topic: "desk", ...where, user_id: posted.userId }]
      : [];
  return ends ? [...desk, { topic: "interviews", ...where, ids: [posted.interview] }] : desk;
}

/** News that a place moved, as rows of the same statement. */
export const toldRows = (news: readonly Told[], at: string): ToldRow[] =>
  news.map(({ topic, waveId, country, ids }) => ({
    topic,
    wave_id: waveId ?? "",
    country: country ?? "",
    ids: ids ?? [],
    at,
  }));
