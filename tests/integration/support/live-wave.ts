// A live wave beside the test wave of a field: real numbers, real time, the telephone on the desk.

import { callRules2008, study2008 } from "@fieldline/study-2008";
import { expect } from "vitest";
import { importDoNotCall, importSample } from "../../../apps/server/src/modules/samples/index.ts";
import {
  createWave,
  releaseWaveToField,
  setCallRules,
} from "../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Field } from "./field.ts";

/** Denmark in real time, on the first day of the field, with one household of a real number. */
export async function liveWave({ platform, studyId, waveId, clock }: Field): Promise<string> {
  clock.set(study2008.fieldTimeAtFirst);
  const by = { actor: operatorActor, commandId: null };
  const { releaseId } = await platform.database.read("plain", (tx) =>
    tx.wave.findUniqueOrThrow({ where: { id: waveId } }),
  );
  const live = await platform.execute(createWave, {
    ...by,
    input: {
      studyId,
      code: "live",
      title: "Live",
      mode: "live",
      fieldFrom: study2008.fieldDates.first,
      fieldTo: study2008.fieldDates.last,
      countries: ["DK"],
      languages: ["da", "en"],
      institute: "Institute",
      client: "Client",
      verificationNumber: "000",
      releaseId: releaseId ?? "",
    },
  });
  const { version: _version, ...rules } = callRules2008();
  await platform.execute(setCallRules, { ...by, input: { waveId: live.waveId, rules } });
  await platform.execute(importDoNotCall(platform.keys), {
    ...by,
    input: { waveId: live.waveId, source: "empty", numbers: [] },
  });
  const row = { record: "real", country: "DK", region: "DK01", number: "+45 32 12 34 56", kind: "landline" };
  const imported = await platform.execute(importSample(platform.keys), {
    ...by,
    input: { waveId: live.waveId, source: "list", rows: [{ ...row, number2: "", kind2: "", name: "" }] },
  });
  expect(imported).toMatchObject({ accepted: 1 });
  await platform.execute(releaseWaveToField, { ...by, input: { waveId: live.waveId } });
  return live.waveId;
}
