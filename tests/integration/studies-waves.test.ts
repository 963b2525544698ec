// Waves: what they need before the field, and whose time can be set.

import { hour, toIso } from "@fieldline/kernel";
import { callRules2008, instrument2008 } from "@fieldline/study-2008";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importDoNotCall } from "../../apps/server/src/modules/samples/index.ts";
import {
  createWave,
  releaseInstrument,
  releaseWaveToField,
  setCallRules,
  setFieldTimeForward,
} from "../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";

const { platform, clock, studyId, url } = await danishField();
const owner = new pg.Client({ connectionString: url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const byOperator = { actor: operatorActor, commandId: null } as const;
const instrument = () => instrument2008() as unknown as Record<string, unknown>;
let serial = 0;
const wave = async (more: object = {}) => {
  const input = {
    studyId,
    code: `wave${++serial}`,
    title: "Wave",
    mode: "test" as const,
    fieldFrom: "2008-04-16",
    fieldTo: "2008-05-05",
    countries: ["DK"],
    languages: ["da"],
    ...more,
  };
  return (await platform.execute(createWave, { ...byOperator, input })).waveId;
};
const refusal = (code: string, params?: object) => ({ problem: { code, ...(params ? { params } : {}) } });
const toField = (waveId: string) =>
  platform.execute(releaseWaveToField, { ...byOperator, input: { waveId } });

describe("a wave", () => {
  it("goes to the field only when nothing it needs is missing, and says all that is", async () => {
    const rowOf = async (waveId: string, change: string) =>
      owner.query(`UPDATE wave SET ${change} WHERE id = $1`, [waveId]);
    const { releaseId } = await platform.execute(releaseInstrument, {
      ...byOperator,
      input: { studyId, instrument: instrument() },
    });
    const waveId = await wave({ countries: [], languages: [] });
    const missing = (...names: string[]) =>
      expect(toField(waveId)).rejects.toMatchObject(
        refusal("wave.notReady", { count: names.length, missing: names.join(", ") }),
      );
    await missing(
      ...["institute", "client", "verificationNumber", "languages", "countries", "release", "callRules"],
      "doNotCallImport",
    );
    await rowOf(waveId, "institute = 'Institute', client = 'Client', languages = '{da}', countries = '{DK}'");
    await missing("verificationNumber", "release", "callRules", "doNotCallImport");
    await rowOf(waveId, `verification_number = '000', release_id = '${releaseId}'`);
    await platform.execute(setCallRules, { ...byOperator, input: { waveId, rules: callRules2008() } });
    await missing("doNotCallImport");
    await rowOf(waveId, "field_to = '2008-05-06'");
    await missing("holidays", "doNotCallImport");
    await rowOf(waveId, "field_to = '2008-05-05'");
    const list = { waveId, source: "empty", numbers: [] };
    await platform.execute(importDoNotCall(platform.keys), { ...byOperator, input: list });
    expect(await toField(waveId)).toEqual({ state: "inField" });
  });

  it("gets a new version of its call rules, and keeps the old one", async () => {
    const waveId = await wave();
    const set = () =>
      platform.execute(setCallRules, { ...byOperator, input: { waveId, rules: callRules2008() } });
    expect([await set(), await set()]).toEqual([{ version: 1 }, { version: 2 }]);
    const { rows } = await owner.query(
      "SELECT version, rules->>'version' AS inside FROM call_rules_version WHERE wave_id = $1 ORDER BY version",
      [waveId],
    );
    expect(rows).toEqual([
      { version: 1, inside: "1" },
      { version: 2, inside: "2" },
    ]);
  });
});

describe("field time", () => {
  it("of a live wave is real time and cannot be set, neither at the start nor later", async () => {
    const elsewhere = wave({ mode: "live", fieldNow: "2008-04-16T15:00:00Z" });
    await expect(elsewhere).rejects.toMatchObject(refusal("wave.notATestWave"));
    const waveId = await wave({ mode: "live" });
    const to = toIso(clock.now());
    const forward = platform.execute(setFieldTimeForward, {
      ...byOperator,
      input: { waveId, to: { at: to } },
    });
    await expect(forward).rejects.toMatchObject(refusal("wave.notATestWave"));
  });

  it("of a test wave goes forward, is journalled, and never goes back", async () => {
    const waveId = await wave({ fieldNow: "2008-04-16T15:00:00Z" });
    const forward = (to: string) =>
      platform.execute(setFieldTimeForward, { ...byOperator, input: { waveId, to: { at: to } } });
    expect(await forward("2008-04-17T07:00:00Z")).toEqual({
      fieldNow: "2008-04-17T07:00:00.000Z",
      changed: true,
      callable: [],
    });
    clock.forward(2 * hour);
    await expect(forward("2008-04-17T08:59:59Z")).rejects.toMatchObject(refusal("wave.fieldTimeBackwards"));
    const { rows } = await owner.query(
      `SELECT "before", "after", actor_kind, field_at FROM journal_entry
       WHERE action = 'wave.setFieldTimeForward' AND wave_id = $1`,
      [waveId],
    );
    expect(rows).toEqual([
      {
        actor_kind: "operator",
        field_at: new Date("2008-04-17T07:00:00Z"),
        before: { fieldNow: "2008-04-16T15:00:00.000Z" },
        after: { fieldNow: "2008-04-17T07:00:00.000Z" },
      },
    ]);
  });
});

describe("an instrument", () => {
  it("is released once: the same again is the same release", async () => {
    const release = () =>
      platform.execute(releaseInstrument, { ...byOperator, input: { studyId, instrument: instrument() } });
    const [first, second] = [await release(), await release()];
    expect(second).toEqual(first);
    expect(first.number).toBe(1);
  });

  it("that has changed is the next release", async () => {
    const changed = { ...instrument(), estimatedMinutes: 9 };
    const released = await platform.execute(releaseInstrument, {
      ...byOperator,
      input: { studyId, instrument: changed },
    });
    expect(released.number).toBe(2);
  });

  it("with faults is not released", async () => {
    const units = (instrument()["units"] as object[]).map((unit) => ({ ...unit, id: "U01" }));
    const faulty = platform.execute(releaseInstrument, {
      ...byOperator,
      input: { studyId, instrument: { ...instrument(), units } },
    });
    await expect(faulty).rejects.toMatchObject({ problem: { code: "instrument.unsound" } });
  });
});
