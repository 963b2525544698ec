// A release by its fingerprint, exactly as it was frozen, for people of its study.

import { z } from "zod";
import { query } from "../../platform/command.ts";
import { notFound, reachOf } from "../access/index.ts";

/** `release.read`: `canonical` is the instrument as JSON text. @throws Refusal `access.notFound` */
export const readRelease = query({
  name: "release.read",
  action: "release.read",
  data: "plain",
  input: z.object({ fingerprint: z.string() }),
  reply: z.object({ number: z.int(), fingerprint: z.string(), canonical: z.string() }),
  async run(tx, ctx, { fingerprint }) {
    const row = await tx.instrumentRelease.findUnique({ where: { fingerprint } });
    const reach = await reachOf(tx, ctx.actor);
    const own = reach === "everything" || reach.some(({ studyId }) => studyId === row?.studyId);
    if (!row || !own) throw notFound();
    return { number: row.number, fingerprint, canonical: row.canonical };
  },
});
