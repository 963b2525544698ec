// What lies outside the scope of people who see Denmark in one study: another country of it, and another study.

import { randomBytes, randomUUID } from "node:crypto";
import { createStudy, createWave } from "../../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../../apps/server/src/platform/actor.ts";
import type { Field } from "../field.ts";
import type { Work } from "./households.ts";
import type { People } from "./people.ts";

/** What an id can name. */
export type Kind =
  | "wave"
  | "case"
  | "number"
  | "attempt"
  | "interview"
  | "code"
  | "export"
  | "file"
  | "cell"
  | "message"
  | "user"
  | "study"
  | "release"
  | "fingerprint"
  | "country";

export interface ForeignId {
  readonly why: string;
  readonly id: string;
  /** Who may see it: whoever is not bound to a scope, whoever sees Denmark beside its own desk, or nobody. */
  readonly reach: "otherScope" | "otherDesk" | "nobody";
}
export type Foreign = Readonly<Record<Kind, readonly ForeignId[]>>;

const byOperator = { actor: operatorActor, commandId: null } as const;
const unknown = (id: string = randomUUID()): ForeignId => ({
  why: "that does not exist",
  id,
  reach: "nobody",
});
const ofStudy = (id: string): ForeignId => ({ why: "of another study", id, reach: "otherScope" });
const ofDesk = (id: string): ForeignId => ({ why: "of another desk", id, reach: "otherDesk" });
const ofCountry = (id: string): ForeignId => ({ why: "of another country", id, reach: "otherScope" });

/** Puts it there: whole chains from the wave to the export, as fieldwork would have left them. */
export async function foreignTo(field: Field, work: Work, people: People): Promise<Foreign> {
  const { platform, studyId, waveId } = field;
  const make = async (study: string, code: string, country: string) =>
    (
      await platform.execute(createWave, {
        ...byOperator,
        input: {
          studyId: study,
          code,
          title: code,
          mode: "test",
          fieldFrom: "2008-04-16",
          fieldTo: "2008-05-05",
          countries: [country],
          languages: ["da"],
        },
      })
    ).waveId;
  const other = await platform.execute(createStudy, {
    ...byOperator,
    input: { code: "other", title: "Other" },
  });
  const french = await make(studyId, "french", "FR");
  const wave = await make(other.studyId, "danish", "DK");
  const fingerprint = "f".repeat(64);
  const releaseId = randomUUID();
  await insert(field, "instrument_release", {
    ...{ id: releaseId, study_id: other.studyId, number: 1, fingerprint, canonical: "{}" },
    released_at: at,
  });
  const british = await personOf(field, "british", { studyId, country: "GB" });
  const stranger = await personOf(field, "stranger", { studyId: other.studyId, country: "DK" });
  const there = await workedCase(field, { waveId: wave, country: "DK", userId: stranger, releaseId });
  const own = await field.platform.database.read("plain", (tx) =>
    tx.wave.findUniqueOrThrow({ where: { id: waveId } }),
  );
  const abroad = await workedCase(field, {
    ...{ waveId, country: "GB", userId: british, releaseId: own.releaseId ?? "" },
  });
  const message = randomUUID();
  await insert(field, "contact.desk_message", {
    ...{ id: message, from_id: stranger, to_id: british, sent_at: at, sealed: randomBytes(40) },
  });
  const each = (kind: keyof Worked) => [ofStudy(there[kind]), ofCountry(abroad[kind]), unknown()];
  const elsewhere = await work.begins(await people.of("interviewer"));
  return {
    wave: [ofStudy(wave), ofCountry(french), unknown()],
    case: [...each("case"), ofDesk(elsewhere.of.id)],
    number: each("number"),
    attempt: [...each("attempt"), ofDesk(elsewhere.attemptId)],
    interview: [...each("interview"), ofDesk(elsewhere.interviewId)],
    code: [ofStudy(there.code), ofCountry(abroad.code), unknown("AAAA2222")],
    export: each("export"),
    file: [unknown("nothing.csv")],
    cell: [ofCountry("GB/total/all"), unknown("DK/total/nobody")],
    message: [{ why: "to somebody else", id: message, reach: "otherScope" }, unknown()],
    user: [ofStudy(stranger), ofCountry(british), unknown()],
    study: [ofStudy(other.studyId), unknown()],
    release: [ofStudy(releaseId), unknown()],
    fingerprint: [ofStudy(fingerprint), unknown("0".repeat(64))],
    country: [ofCountry("GB"), unknown("SE")],
  };
}

const at = new Date("2008-04-16T15:00:00Z");

async function insert(field: Field, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const name = table
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");
  await field.platform.database.pool.query(
    `insert into ${name} (${columns.join(", ")}) values (${columns.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(row),
  );
}

async function personOf(
  field: Field,
  name: string,
  scope: { readonly studyId: string; readonly country: string },
): Promise<string> {
  const id = randomUUID();
  await insert(field, "app_user", {
    ...{ id, name, display_name: name, password_hash: "none", roles: ["interviewer"] },
    ...{ interface_language: "en", created_at: at },
  });
  await insert(field, "user_scope", { user_id: id, study_id: scope.studyId, country: scope.country });
  return id;
}

interface Worked {
  readonly case: string;
  readonly number: string;
  readonly attempt: string;
  readonly interview: string;
  readonly code: string;
  readonly export: string;
}

interface Chain {
  readonly waveId: string;
  readonly country: string;
  readonly userId: string;
  readonly releaseId: string;
}

/** A household that was rung, interviewed and exported. */
async function workedCase(field: Field, { waveId, country, userId, releaseId }: Chain): Promise<Worked> {
  const ids = {
    ...{ case: randomUUID(), number: randomUUID(), attempt: randomUUID(), interview: randomUUID() },
    ...{ code: country === "GB" ? "BBBB3333" : "CCCC4444", export: randomUUID() },
  };
  const [sample, record] = [randomUUID(), randomUUID()];
  const put = (table: string, row: object) => insert(field, table, row as Record<string, unknown>);
  await put("sample_import", { id: sample, wave_id: waveId, source: "test", accepted: 1, refused: 0, at });
  await put("sample_record", {
    ...{ id: record, wave_id: waveId, import_id: sample, reference: `foreign-${country}`, country },
    region: "XX",
  });
  await put("phone_number", {
    ...{ id: ids.number, hash: randomBytes(32), kind: "landline", test_number: true },
  });
  await put("record_number", { record_id: record, position: 1, number_id: ids.number });
  await put("case", {
    ...{ id: ids.case, wave_id: waveId, record_id: record, country, region: "XX", state: "closed", rank: 2 },
    ...{ draw: 1, attempt_count: 1, fence: 1, closed_at: at },
  });
  await put("contact_attempt", {
    ...{ id: ids.attempt, case_id: ids.case, wave_id: waveId, number_id: ids.number, user_id: userId },
    ...{ fence: 1, call_rules_version: 1, line: "simulated", dialled_at: at, dialled_field_at: at },
    ...{ local_date: "2008-04-16", disposition: "noAnswer", closed_at: at, closed_field_at: at },
  });
  await put("interview", {
    ...{ id: ids.interview, wave_id: waveId, case_id: ids.case, attempt_id: ids.attempt, country },
    ...{ release_id: releaseId, user_id: userId, language: "da", code: ids.code, status: "completed" },
    ...{ seq: 1, counted: true, started_at: at, ended_at: at },
  });
  await put("export", {
    ...{ id: ids.export, wave_id: waveId, user_id: userId, format: "csv", interviews: 1, created_at: at },
    ...{ field_at: at, countries: [country] },
  });
  return ids;
}
