// The verb that freezes an instrument as the next release of its study.

import { canonicalForm, parseInstrument, release } from "@fieldline/instrument";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import { notFound } from "../access/index.ts";

/**
 * `instrument.release`: shape and soundness are checked, then the canonical form is stored with its fingerprint.
 * An instrument that is released already keeps its number.
 * @throws Refusal `instrument.unsound` with the count of findings; the command `instrument -- check` names them all
 */
export const releaseInstrument = command({
  name: "instrument.release",
  action: null,
  data: "plain",
  input: z.object({ studyId: z.uuid(), instrument: z.record(z.string(), z.unknown()) }),
  reply: z.object({ releaseId: z.uuid(), number: z.int(), fingerprint: z.string() }),
  async run(tx, ctx, { studyId, instrument }) {
    const study = await tx.study.findUnique({
      where: { id: studyId },
      include: { releases: { orderBy: { number: "desc" }, take: 1, select: { number: true } } },
    });
    if (!study) throw notFound();
    const number = (study.releases[0]?.number ?? 0) + 1;
    const { fingerprint, instrument: frozen } = orRefuse(
      release(number, orRefuse(parseInstrument(instrument))),
    );
    const earlier = await tx.instrumentRelease.findUnique({
      where: { fingerprint },
      select: { id: true, number: true, studyId: true },
    });
    if (earlier && earlier.studyId !== studyId) throw refuse("instrument.ofOtherStudy");
    if (earlier) {
      return { reply: { releaseId: earlier.id, number: earlier.number, fingerprint }, journal: "unchanged" };
    }
    const id = ctx.newId();
    const canonical = canonicalForm(frozen);
    const releasedAt = new Date(ctx.machineNow);
    await tx.instrumentRelease.create({ data: { id, studyId, number, fingerprint, canonical, releasedAt } });
    return {
      reply: { releaseId: id, number, fingerprint },
      journal: {
        entityKind: "instrumentRelease",
        entityId: id,
        after: { study: study.code, number, fingerprint },
      },
    };
  },
});
