// Requests of the office: waves set up, cases looked into, exports, people.

import { randomUUID } from "node:crypto";
import type { RouteName } from "@fieldline/protocol";
import { callRules2008 } from "@fieldline/study-2008";
import type { Field } from "../field.ts";
import type { Work } from "./households.ts";
import type { People, Person } from "./people.ts";
import type { Asked } from "./places.ts";
import { commandId, nothing, type Sample } from "./sample.ts";

const { version: _version, ...rules } = callRules2008();

export function ofSetUp(field: Field, work: Work) {
  const waves = async (body: object): Promise<Asked> => ({
    at: { wave: await work.wave() },
    body: { commandId, ...body },
  });
  const file = async (text: string): Promise<Asked> => ({
    at: { wave: await work.wave() },
    query: { commandId, source: "file.csv" },
    body: text,
  });
  const fingerprint = async () =>
    (
      await field.platform.database.read("plain", async (tx) =>
        tx.instrumentRelease.findUniqueOrThrow({ where: { id: await work.releaseId() } }),
      )
    ).fingerprint;
  return {
    readCallRules: [{ own: () => ({ at: { wave: field.waveId } }) }],
    previewCallRules: [{ own: () => ({ at: { wave: field.waveId }, body: { rules } }) }],
    setCallRules: [{ own: () => waves({ basedOn: 1, rules }) }],
    listReleases: [nothing],
    readRelease: [{ own: async () => ({ at: { fingerprint: await fingerprint() } }) }],
    createWave: [
      {
        own: async () => ({
          body: {
            ...{
              commandId,
              studyId: field.studyId,
              releaseId: await work.releaseId(),
              rulesOf: field.waveId,
            },
            ...{ code: `made-${randomUUID()}`, title: "Denmark", mode: "test" },
            ...{ fieldFrom: "2008-04-16", fieldTo: "2008-05-05", countries: ["DK"], languages: ["da"] },
          },
        }),
        places: ["countries"],
      },
    ],
    readWaveSettings: [{ own: async () => ({ at: { wave: await work.wave() } }) }],
    changeWave: [{ own: () => waves({ change: { title: "Denmark in spring" } }) }],
    releaseWave: [{ own: () => waves({}) }],
    closeWave: [{ own: async () => ({ at: { wave: await work.inField() }, body: { commandId } }) }],
    forwardWave: [{ own: () => waves({ to: { at: "2008-04-16T18:00:00.000Z" } }) }],
    takeQuotaPlan: [{ own: () => waves({ planOf: field.waveId }) }],
    importSample: [{ own: () => file("record,country,region,number,kind,number2,kind2,name\n") }],
    importDoNotCall: [{ own: () => file("number,country\n") }],
    exportDoNotCall: [{ own: () => waves({}) }],
  } satisfies Partial<Record<RouteName, readonly Sample[]>>;
}

export function ofCases(field: Field, work: Work) {
  const atDesk = async (who: Person, people: People): Promise<Person> =>
    who.role === "interviewer" ? who : people.of("interviewer");
  const aCase: Sample = { own: async (_who, people) => ({ at: { case: await work.lies(people) } }) };
  return {
    readCase: [aCase],
    readCandidates: [aCase],
    steerCase: [
      {
        own: async (who: Person, people: People) => ({
          ...(await aCase.own(who, people)),
          body: { commandId, to: { kind: "pin", userId: (await people.of("interviewer")).id } },
        }),
      },
    ],
    readNotes: [
      {
        own: async (who: Person, people: People) => ({
          ...(await aCase.own(who, people)),
          body: { commandId },
        }),
      },
    ],
    searchCases: [{ own: () => ({ at: { wave: field.waveId }, body: { text: "foreign" } }) }],
    correctOutcome: [
      {
        own: async (who: Person, people: People) => {
          const { attemptId } = await work.closes(await atDesk(who, people));
          return { at: { attempt: attemptId }, body: { commandId, disposition: "busy" } };
        },
      },
    ],
    withdrawInterview: [
      {
        own: async (who: Person, people: People) => {
          const { code } = await work.begins(await atDesk(who, people));
          return { body: { commandId, code } };
        },
        places: ["code"],
      },
    ],
  } satisfies Partial<Record<RouteName, readonly Sample[]>>;
}

export function ofExports(field: Field, work: Work) {
  return {
    createExport: [
      {
        own: async (_who: Person, people: People) => {
          await work.exported(people);
          return { at: { wave: field.waveId }, body: { commandId, format: "csv" } };
        },
      },
    ],
    listExports: [{ own: () => ({ at: { wave: field.waveId } }) }],
    readExport: [
      { own: async (_who: Person, people: People) => ({ at: { export: (await work.exported(people)).id } }) },
    ],
    exportFile: [
      {
        own: async (_who: Person, people: People) => {
          const { id, file } = await work.exported(people);
          return { at: { export: id, file } };
        },
      },
    ],
  } satisfies Partial<Record<RouteName, readonly Sample[]>>;
}

export function ofUsers({ studyId }: Field) {
  const user = async (_who: Person, people: People): Promise<string> => (await people.of("interviewer")).id;
  const version = async (id: string, people: People): Promise<string> => {
    const { body } = await (await people.of("administrator")).ask("GET", "/api/users");
    return body.users.find((one: { id: string }) => one.id === id).version;
  };
  return {
    listUsers: [nothing],
    addUser: [
      {
        own: () => ({
          body: {
            ...{ commandId, name: `new-${randomUUID()}`, displayName: "New", roles: ["interviewer"] },
            ...{ languages: [{ language: "da", level: 3 }], skills: [], interfaceLanguage: "da" },
            scopes: [{ studyId, country: "DK" }],
          },
        }),
        places: ["country"],
      },
    ],
    changeUser: [
      {
        own: async (who: Person, people: People) => {
          const id = await user(who, people);
          const scopes = [{ studyId, country: "DK" }];
          const change = { displayName: "Anders", scopes };
          return { at: { user: id }, body: { commandId, version: await version(id, people), ...change } };
        },
        places: ["country"],
      },
    ],
    resetPassword: [
      {
        own: async (who: Person, people: People) => ({
          at: { user: await user(who, people) },
          body: { commandId },
        }),
      },
    ],
  } satisfies Partial<Record<RouteName, readonly Sample[]>>;
}
