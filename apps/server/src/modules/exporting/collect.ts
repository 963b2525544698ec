// Everything one export is made from: the wave, the releases its interviews were held under, the rows.

import type { FileInput } from "@fieldline/datafile";
import type { InstrumentRelease } from "@fieldline/instrument";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { loadedRelease, type Wave } from "../studies/index.ts";
import { fileRow } from "./file-row.ts";
import { countedInterviews, signInNames } from "./store.rows.ts";

/**
 * The completed and counted interviews of a wave in `countries`.
 * @throws `export.nothingToExport`
 */
export async function collect(tx: ReadTx, wave: Wave, countries: readonly string[]): Promise<FileInput> {
  const interviews = await countedInterviews(tx, wave.id, countries);
  if (interviews.length === 0) throw refuse("export.nothingToExport");
  const releases = new Map<string, InstrumentRelease>();
  for (const { releaseId } of interviews) {
    if (!releases.has(releaseId)) releases.set(releaseId, await loadedRelease(tx, releaseId));
  }
  const names = await signInNames(
    tx,
    interviews.map(({ userId }) => userId),
  );
  const study = await tx.study.findUniqueOrThrow({
    where: { id: wave.studyId },
    select: { code: true, title: true },
  });
  return {
    wave: {
      study,
      code: wave.code,
      title: wave.title,
      mode: wave.mode === "live" ? "live" : "test",
      fieldFrom: wave.fieldFrom,
      fieldTo: wave.fieldTo,
      institute: wave.institute,
      client: wave.client,
    },
    releases: [...releases.values()],
    rows: interviews.map((interview) =>
      fileRow(interview, {
        release: releases.get(interview.releaseId)?.number ?? 0,
        interviewer: names.get(interview.userId) ?? "",
      }),
    ),
  };
}
