// Desks of the matrix in words: households come in, are rung, interviewed and exported, as far as a request needs it.

import { randomUUID } from "node:crypto";
import type { CaseOnDesk } from "@fieldline/protocol";
import { expect } from "vitest";
import { importDoNotCall } from "../../../../apps/server/src/modules/samples/index.ts";
import { createWave, releaseWaveToField } from "../../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../../apps/server/src/platform/actor.ts";
import type { Field } from "../field.ts";
import { completes } from "../interviewed.ts";
import type { People, Person } from "./people.ts";

export interface Rung {
  readonly of: CaseOnDesk;
  readonly attemptId: string;
}

export interface Work {
  /** A fresh Danish household on this person's desk. */
  takes(who: Person): Promise<CaseOnDesk>;
  givesBack(who: Person, of: CaseOnDesk): Promise<void>;
  rings(who: Person): Promise<Rung>;
  closes(who: Person): Promise<Rung>;
  begins(who: Person): Promise<Rung & { readonly interviewId: string; readonly code: string }>;
  /** A case that lies on no desk. */
  lies(people: People): Promise<string>;
  exported(people: People): Promise<{ readonly id: string; readonly file: string }>;
  /** Id of a message that this person was sent. */
  written(who: Person, people: People): Promise<string>;
  /** A Danish test wave in preparation that lacks nothing. */
  wave(): Promise<string>;
  /** One that is in the field. */
  inField(): Promise<string>;
  releaseId(): Promise<string>;
}

const byOperator = { actor: operatorActor, commandId: null } as const;

export function workOf(field: Field): Work {
  const { platform, studyId } = field;
  let serial = 0;
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  const releaseId = async () =>
    (
      await platform.database.read("plain", (tx) =>
        tx.instrumentRelease.findFirstOrThrow({ where: { studyId } }),
      )
    ).id;
  const work: Work = {
    takes: async (who) => {
      const number = `+45 13 ${twoDigits(Math.floor(++serial / 100))} ${twoDigits(serial % 100)} 01`;
      await field.households([{ record: `household-${serial}`, number }]);
      return who.next();
    },
    givesBack: async (who, { id, fence }) => {
      const { status, body } = await who.ask("POST", `/api/cases/${id}/give-back`, {
        commandId: randomUUID(),
        fence,
      });
      expect(status, JSON.stringify(body)).toBe(200);
    },
    rings: async (who) => {
      const of = await work.takes(who);
      const { status, body } = await who.dial(of);
      expect(status, JSON.stringify(body)).toBe(200);
      return { of, attemptId: body.id };
    },
    closes: async (who) => {
      const rung = await work.rings(who);
      const { status, body } = await who.close(rung.attemptId, rung.of, "noAnswer");
      expect(status, JSON.stringify(body)).toBe(200);
      return rung;
    },
    begins: async (who) => {
      const rung = await work.rings(who);
      const interviewId = await who.begins(rung.of, rung.attemptId);
      const { body } = await who.ask("GET", `/api/interviews/${interviewId}`);
      return { ...rung, interviewId, code: body.code };
    },
    lies: async (people) => (await work.closes(await people.of("interviewer"))).of.id,
    exported: async (people) => {
      const interviewer = await people.of("interviewer");
      const taken = { ...interviewer, next: () => work.takes(interviewer) };
      await completes(taken);
      const researcher = await people.of("researcher");
      const { status, body } = await researcher.ask("POST", `/api/waves/${field.waveId}/exports`, {
        commandId: randomUUID(),
        format: "csv",
      });
      expect(status, JSON.stringify(body)).toBe(200);
      return { id: body.id, file: body.files[0].name };
    },
    written: async (who, people) => {
      const sends = async (from: Person, content: object): Promise<string> => {
        const sent = await from.ask("POST", "/api/messages", {
          commandId: randomUUID(),
          text: "Godt gået",
          ...content,
        });
        expect(sent.status, JSON.stringify(sent.body)).toBe(200);
        return sent.body.ids[0];
      };
      if (who.role === "interviewer") return sends(await people.of("supervisor"), { toIds: [who.id] });
      const interviewer = await people.of("interviewer");
      return sends(interviewer, { replyToId: await sends(who, { toIds: [interviewer.id] }) });
    },
    wave: async () => {
      const { waveId } = await platform.execute(createWave, {
        ...byOperator,
        input: {
          ...{ studyId, releaseId: await releaseId(), rulesOf: field.waveId, code: `wave-${++serial}` },
          ...{ title: "Denmark", mode: "test", fieldFrom: "2008-04-16", fieldTo: "2008-05-05" },
          ...{ countries: ["DK"], languages: ["da"], fieldNow: "2008-04-16T15:00:00.000Z" },
          ...{ institute: "Institute", client: "Client", verificationNumber: "000" },
        },
      });
      await platform.execute(importDoNotCall(platform.keys), {
        ...byOperator,
        input: { waveId, source: "empty", numbers: [] },
      });
      return waveId;
    },
    inField: async () => {
      const waveId = await work.wave();
      await platform.execute(releaseWaveToField, { ...byOperator, input: { waveId } });
      return waveId;
    },
    releaseId,
  };
  return work;
}
