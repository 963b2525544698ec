// A new wave as it is typed, and making it; the page of its settings opens then.

import type { CreateWave, ReleaseList, WaveSummary } from "@fieldline/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answered, client } from "../client.ts";

export type Release = ReleaseList["releases"][number];

export interface Draft {
  readonly releaseId: string;
  readonly rulesOf: string;
  readonly mode: CreateWave["mode"];
  readonly code: string;
  readonly title: string;
  readonly fieldFrom: string;
  readonly fieldTo: string;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
}

/** Waves whose call rules a wave of this release can begin with. */
export const wavesOf = (waves: readonly WaveSummary[], { study }: Release): readonly WaveSummary[] =>
  waves.filter((wave) => wave.study.id === study.id);

export function useNewWave(first: Release, waves: readonly WaveSummary[]) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({
    releaseId: first.id,
    rulesOf: wavesOf(waves, first)[0]?.id ?? "",
    mode: "test",
    code: "",
    title: "",
    fieldFrom: "",
    fieldTo: "",
    countries: first.countries.toSorted(),
    languages: first.languages.toSorted(),
  });
  const create = useMutation({
    mutationFn: (studyId: string) => answered(client.createWave(wanted(draft, studyId))),
    onSuccess: async ({ waveId }) => {
      await queries.invalidateQueries({ queryKey: ["waves"] });
      await navigate({ to: "/waves/$wave/settings", params: { wave: waveId } });
    },
  });
  return { draft, set: (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change })), create };
}

export const isComplete = ({ code, title, fieldFrom, fieldTo, countries, languages }: Draft): boolean =>
  [code, title].every((text) => text.trim() !== "") &&
  [fieldFrom, fieldTo].every((date) => date !== "") &&
  [countries, languages].every((chosen) => chosen.length > 0);

/** The clock of a test wave stands at the beginning of its first day. */
function wanted(
  { rulesOf, countries, languages, ...draft }: Draft,
  studyId: string,
): Omit<CreateWave, "commandId"> {
  return {
    ...draft,
    studyId,
    code: draft.code.trim(),
    countries: [...countries],
    languages: [...languages],
    ...(rulesOf === "" ? {} : { rulesOf }),
    ...(draft.mode === "test" ? { fieldNow: `${draft.fieldFrom}T00:00:00.000Z` } : {}),
  };
}
