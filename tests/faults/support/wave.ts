// The field of a run: its people once, and for each round a test wave of its own with households and few quota places.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { fromIso, type Instant } from "@fieldline/kernel";
import type { QuotaPlan } from "@fieldline/quota";
import { callRules2008, instrument2008 } from "@fieldline/study-2008";
import { addUsers } from "../../../apps/server/src/modules/access/index.ts";
import { setQuotaPlan } from "../../../apps/server/src/modules/quotas/index.ts";
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
import { Refusal } from "../../../apps/server/src/platform/problems/refusal.ts";
import { danishDays } from "./dates.ts";
import type { Ground } from "./ground.ts";

export interface People {
  readonly studyId: string;
  readonly releaseId: string;
  readonly userIds: readonly string[];
}

export interface Places {
  readonly total: number;
  readonly men: number;
  readonly women: number;
}

export interface WavePlan {
  readonly households: number;
  /** The first household's number; two waves with the same have the same numbers. */
  readonly firstNumber: number;
  readonly places: Places;
  /** Field time at the start, ISO. */
  readonly fieldNow: string;
}

const run = <Reply>(
  platform: Platform,
  command: Parameters<Platform["execute"]>[0],
  input: object,
): Promise<Reply> =>
  platform.execute(command, {
    actor: operatorActor,
    commandId: null,
    input: input as never,
  }) as Promise<Reply>;

/** One study with its release, and so many interviewers who speak Danish. */
export const hirePeople = (ground: Ground, desks: number): Promise<People> =>
  ground.platform(async (platform) => {
    const { studyId } = await run<{ studyId: string }>(platform, createStudy, {
      code: "cp",
      title: "Faults",
    });
    const instrument = JSON.parse(JSON.stringify(instrument2008())) as object;
    const { releaseId } = await run<{ releaseId: string }>(platform, releaseInstrument, {
      studyId,
      instrument,
    });
    const people = Array.from({ length: desks }, (_, index) => ({
      name: `desk${index}`,
      displayName: `Desk ${index}`,
      roles: ["interviewer"],
      languages: ["da"],
      interfaceLanguage: "en",
      scopes: [{ studyId, country: "DK" }],
    }));
    await run(platform, addUsers, { people });
    const rows = await ground.query<{ id: string }>("select id from app_user order by length(name), name");
    return { studyId, releaseId, userIds: rows.map(({ id }) => id) };
  });

/** Signs a person in past the password, for as long as a round may last, at the servers' machine time. */
export async function signIn(ground: Ground, userId: string, ahead: number): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = Date.now() + ahead;
  await ground.query(
    `insert into session (token_hash, id, user_id, created_at, last_seen_at, expires_at)
    values ($1, $2, $3, $4, $4, $4::timestamptz + interval '6 days')`,
    [createHash("sha256").update(token).digest(), randomUUID(), userId, new Date(now)],
  );
  return `fieldline_session=${token}`;
}

/** A test number whose last digit lets somebody answer. */
const household = (serial: number): string =>
  `+4513${String(Math.floor(serial / 5)).padStart(5, "0")}${serial % 5}`;

/** Into the field. @returns its id */
export const openWave = (ground: Ground, { studyId, releaseId }: People, plan: WavePlan): Promise<string> =>
  ground.platform(async (platform) => {
    const { waveId } = await run<{ waveId: string }>(platform, createWave, {
      studyId,
      code: `w${randomBytes(4).toString("hex")}`,
      title: "Faults",
      mode: "test",
      fieldFrom: danishDays.first,
      fieldTo: danishDays.last,
      countries: ["DK"],
      languages: ["cs", "da", "de", "en", "fr"],
      institute: "Institute",
      client: "Client",
      verificationNumber: "000",
      releaseId,
      fieldNow: plan.fieldNow,
    });
    await run(platform, setCallRules, { waveId, rules: allYear() });
    await run(platform, importDoNotCall(platform.keys), { waveId, source: "empty", numbers: [] });
    await run(platform, setQuotaPlan, { waveId, plan: quotaPlan(plan.places) });
    await run(platform, importSample(platform.keys), {
      waveId,
      source: randomUUID(),
      rows: Array.from({ length: plan.households }, (_, index) => ({
        record: `h${index}`,
        country: "DK",
        region: "DK01",
        number: household(plan.firstNumber + index),
        kind: "landline",
        number2: "",
        kind2: "",
        name: "",
      })),
    });
    await run(platform, releaseWaveToField, { waveId });
    return waveId;
  });

/** A do-not-call list with one number, as an office reads it in, at the servers' machine time. */
export const readInList = (
  ground: Ground,
  { waveId, number, ahead }: { waveId: string; number: string; ahead: number },
): Promise<void> =>
  ground.platform(async (platform) => {
    const list = { waveId, source: randomUUID(), numbers: [{ number, country: "DK" }] };
    const { entries } = await run<{ entries: number }>(platform, importDoNotCall(platform.keys), list);
    if (entries !== 1) throw new Refusal({ code: "request.invalid", params: { place: "number" } });
  }, ahead);

/** Moves a wave's field time to where it says, whatever the servers' machine time. */
export async function setFieldTime(
  ground: Ground,
  waveId: string,
  iso: string,
  ahead: number,
): Promise<void> {
  const offset = (fromIso(iso) as Instant) - (Date.now() + ahead);
  await ground.query("update wave set field_offset_ms = $2 where id = $1", [waveId, Math.round(offset)]);
}

/** The rules of 2008 for any day of that year, Sundays too, since the clocks change on one. */
function allYear() {
  const { version: _version, ...rules } = callRules2008();
  const countries = Object.fromEntries(
    Object.entries(rules.countries).map(([code, country]) => [
      code,
      { ...country, holidaysFrom: danishDays.first, holidaysTo: danishDays.last },
    ]),
  );
  return { ...rules, countries, switches: { sundays: true, publicHolidays: true } };
}

const quotaPlan = ({ total, men, women }: Places): QuotaPlan => ({
  version: 1,
  whenOffline: "goOn",
  strictOccupationFor: [],
  variables: [{ id: "sex", kind: "codes", question: "sex", values: { "1": "M", "2": "F" } }],
  dimensions: [
    {
      id: "total",
      country: "DK",
      variables: [],
      policy: { kind: "strict" },
      cells: [{ key: "all", target: total }],
    },
    {
      id: "sex",
      country: "DK",
      variables: ["sex"],
      policy: { kind: "strict" },
      cells: [
        { key: "M", target: men },
        { key: "F", target: women },
      ],
    },
  ],
});
