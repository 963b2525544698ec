// A live wave: the interviewer dials on a telephone; no line is played, and nobody is rung by the machine.

import { randomUUID } from "node:crypto";
import { callRules2008, study2008 } from "@fieldline/study-2008";
import { expect, it } from "vitest";
import { importDoNotCall, importSample } from "../../apps/server/src/modules/samples/index.ts";
import { createWave, releaseWaveToField, setCallRules } from "../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField, type Field } from "./support/field.ts";

/** Denmark in real time, on the first day of the field, with one household of a real number. */
async function liveWave({ platform, studyId, waveId, clock }: Field): Promise<string> {
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

it("hands out the number, leaves the dialling to the telephone, and holds the case for the conversation", async () => {
  const field = await danishField();
  const waveId = await liveWave(field);
  const mette = await field.interviewer("mette");
  const { body } = await mette.ask("POST", "/api/desk/next-case", { commandId: randomUUID(), waveId });
  expect(body.case).toMatchObject({ reference: "real", numbers: [{ display: "32 12 34 56" }] });
  const attempt = { id: randomUUID(), commandId: randomUUID() };
  const dialled = await mette.dial(body.case, 0, attempt);
  expect(dialled.body).toMatchObject({ line: { driver: "manual", events: [] } });
  expect((await mette.dial(body.case, 0, attempt)).body).toEqual(dialled.body);
  const held = Date.parse(dialled.body.leaseExpiresAt) - field.clock.now();
  expect(held).toBe(45 * 60_000);
  const desk = await mette.ask("GET", "/api/desk");
  expect(desk.body.case.openAttempt.line).toEqual({ driver: "manual", events: [] });
  const kept = await field.platform.database.read("plain", (tx) => tx.contactAttempt.findFirstOrThrow());
  expect(kept.line).toBe("manual");
  expect((await mette.close(attempt.id, body.case, "noAnswer")).body.caseState).toBe("open");
});
