// A small field on a real database: one test wave, a few households, interviewers at desks talking HTTP.

import { randomUUID } from "node:crypto";
import { toIso } from "@fieldline/kernel";
import type { Role } from "@fieldline/protocol";
import { callRules2008, instrument2008, study2008 } from "@fieldline/study-2008";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { buildApp } from "../../../apps/server/src/app.ts";
import { addUsers } from "../../../apps/server/src/modules/access/index.ts";
import { importDoNotCall, importSample } from "../../../apps/server/src/modules/samples/index.ts";
import {
  createStudy,
  createWave,
  releaseInstrument,
  releaseWaveToField,
  setCallRules,
} from "../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Platform } from "../../../apps/server/src/platform/platform.ts";
import { type Desk, deskOf } from "./desk.ts";
import { freshPlatform, type TestClock } from "./platform.ts";

export interface Household {
  readonly record: string;
  readonly country?: string;
  readonly region?: string;
  readonly number: string;
  readonly number2?: string;
  readonly name?: string;
}

export interface Person {
  readonly name: string;
  readonly roles?: readonly Role[];
  readonly languages?: readonly string[];
  readonly countries?: readonly string[];
}

export interface Field {
  readonly platform: Platform;
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  readonly url: string;
  readonly waveId: string;
  readonly studyId: string;
  /** Adds a person, the first time, and hands back the password. */
  password(person: Person): Promise<string>;
  /** Signs a person in. */
  person(person: Person): Promise<Desk>;
  /** An interviewer for Denmark. */
  interviewer(name: string): Promise<Desk>;
  households(rows: readonly Household[]): Promise<void>;
}

/** Wednesday 16 April 2008, 17:00 in Copenhagen, when the field stands still there at the start of a test. */
const fieldNow = toIso(study2008.fieldTimeAtFirst);

/** Call at the top of a test file. */
export async function danishField(
  households: readonly Household[] = [],
  ticking?: TestClock,
): Promise<Field> {
  const { platform, clock, url } = await freshPlatform(ticking);
  const run = <Input, Reply>(command: Parameters<Platform["execute"]>[0], input: Input) =>
    platform.execute(command, {
      actor: operatorActor,
      commandId: null,
      input: input as never,
    }) as Promise<Reply>;

  const { studyId } = await run<object, { studyId: string }>(createStudy, {
    code: "cp",
    title: "Co-production",
  });
  const instrument = JSON.parse(JSON.stringify(instrument2008())) as Record<string, unknown>;
  const { releaseId } = await run<object, { releaseId: string }>(releaseInstrument, { studyId, instrument });
  const { waveId } = await run<object, { waveId: string }>(createWave, {
    studyId,
    code: "spring",
    title: "Spring",
    mode: "test",
    fieldFrom: study2008.fieldDates.first,
    fieldTo: study2008.fieldDates.last,
    countries: ["CZ", "DK", "FR", "DE", "GB"],
    languages: ["cs", "da", "de", "en", "fr"],
    institute: "Institute",
    client: "Client",
    verificationNumber: "000",
    releaseId,
    fieldNow,
  });
  await run(setCallRules, { waveId, rules: withoutVersion() });
  await run(importDoNotCall(platform.keys), { waveId, source: "empty", numbers: [] });
  await run(releaseWaveToField, { waveId });
  const app = await buildApp(platform);
  afterAll(() => app.close());

  const passwords = new Map<string, string>();
  const password = async ({
    name,
    roles = ["interviewer"],
    languages = ["da"],
    countries = ["DK"],
  }: Person) => {
    if (!passwords.has(name)) {
      const scopes = countries.map((country) => ({ studyId, country }));
      const added = await run<object, { people: { password: string }[] }>(addUsers, {
        people: [{ name, displayName: name, roles, languages, interfaceLanguage: "en", scopes }],
      });
      passwords.set(name, added.people[0]?.password ?? "");
    }
    return passwords.get(name) ?? "";
  };
  const person = async (of: Person) => deskOf(app, { name: of.name, password: await password(of), waveId });
  const field: Field = {
    platform,
    app,
    clock,
    url,
    waveId,
    studyId,
    password,
    person,
    interviewer: (name) => person({ name }),
    households: async (rows) => {
      await run(importSample(platform.keys), { waveId, source: randomUUID(), rows: rows.map(asRow) });
    },
  };
  if (households.length > 0) await field.households(households);
  return field;
}

function withoutVersion() {
  const { version: _version, ...rules } = callRules2008();
  return rules;
}

const asRow = ({ record, country = "DK", region = "DK01", number, number2, name }: Household) => ({
  record,
  country,
  region,
  number,
  kind: "landline",
  number2: number2 ?? "",
  kind2: number2 ? "mobile" : "",
  name: name ?? "",
});

/** A Danish test number that ends in the digit, which decides what the simulated line does. */
export const danishNumber = (serial: number, lastDigit: number): string =>
  `+45 13 ${String(serial).padStart(2, "0")} 00 0${lastDigit}`;
