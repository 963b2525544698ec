// Another wave of the same study, in the field beside the first: numbers are known to both.

import { randomUUID } from "node:crypto";
import { toIso } from "@fieldline/kernel";
import { callRules2008, study2008 } from "@fieldline/study-2008";
import { importDoNotCall, importSample } from "../../../apps/server/src/modules/samples/index.ts";
import {
  createWave,
  releaseWaveToField,
  setCallRules,
} from "../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Field, Household } from "../../integration/support/field.ts";

/** Brings a test wave with these Danish households into the field; hands back its id. */
export async function secondWave(field: Field, households: readonly Household[]): Promise<string> {
  const { platform, studyId } = field;
  const by = { actor: operatorActor, commandId: null };
  const { releaseId } = await platform.database.read("plain", (tx) =>
    tx.wave.findUniqueOrThrow({ where: { id: field.waveId }, select: { releaseId: true } }),
  );
  const { waveId } = await platform.execute(createWave, {
    ...by,
    input: {
      studyId,
      code: "autumn",
      title: "Autumn",
      mode: "test",
      fieldFrom: study2008.fieldDates.first,
      fieldTo: study2008.fieldDates.last,
      countries: ["DK"],
      languages: ["da"],
      institute: "Institute",
      client: "Client",
      verificationNumber: "000",
      ...(releaseId ? { releaseId } : {}),
      fieldNow: toIso(study2008.fieldTimeAtFirst),
    },
  });
  const { version: _version, ...rules } = callRules2008();
  await platform.execute(setCallRules, { ...by, input: { waveId, rules } as never });
  await platform.execute(importDoNotCall(platform.keys), {
    ...by,
    input: { waveId, source: "empty", numbers: [] },
  });
  await platform.execute(releaseWaveToField, { ...by, input: { waveId } });
  const rows = households.map(({ record, number, number2 }) => ({
    record,
    country: "DK",
    region: "DK01",
    number,
    kind: "landline",
    number2: number2 ?? "",
    kind2: number2 ? "landline" : "",
    name: "",
  }));
  await platform.execute(importSample(platform.keys), {
    ...by,
    input: { waveId, source: randomUUID(), rows },
  });
  return waveId;
}
