// The releases a new wave can be made from.

import { releaseList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { reachOf } from "../access/index.ts";
import { loadedRelease } from "./loaded-release.ts";
import { offeredBy } from "./offered.ts";

/** `release.list`: those of the studies within reach, the newest first; of the countries, those within reach. */
export const listReleases = query({
  name: "release.list",
  action: "wave.manage",
  data: "plain",
  input: z.object({}),
  reply: releaseList,
  async run(tx, ctx) {
    const reach = await reachOf(tx, ctx.actor);
    const within = reach === "everything" ? {} : { studyId: { in: reach.map(({ studyId }) => studyId) } };
    const rows = await tx.instrumentRelease.findMany({
      where: within,
      orderBy: [{ releasedAt: "desc" }, { number: "desc" }],
      select: { id: true, number: true, fingerprint: true, releasedAt: true, studyId: true, study: true },
    });
    const releases = [];
    for (const { releasedAt, studyId, ...row } of rows) {
      const { countries, languages } = offeredBy((await loadedRelease(tx, row.id)).instrument);
      const scope = reach === "everything" ? null : reach.find((one) => one.studyId === studyId);
      const seen = scope ? countries.filter((code) => scope.countries.includes(code)) : countries;
      releases.push({
        ...row,
        releasedAt: releasedAt.toISOString(),
        countries: [...seen],
        languages: [...languages],
      });
    }
    return { releases };
  },
});
