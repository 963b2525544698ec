// Waves set up over the API in words: who makes, changes, releases, closes and forwards them.

import { randomUUID } from "node:crypto";
import type { WaveSettings } from "@fieldline/protocol";
import { expect } from "vitest";
import type { Desk } from "./desk.ts";
import type { Field } from "./field.ts";

export const everywhere = ["CZ", "DK", "FR", "DE", "GB"];

export const refused = (status: number, code: string, params?: object) => ({
  status,
  body: expect.objectContaining({ code, ...(params ? { params } : {}) }),
});

/** An administrator and a supervisor who see all countries, and an administrator who sees Denmark alone. */
export async function setUpOf(field: Field) {
  const spring = field.waveId;
  const anna = await field.person({ name: "anna", roles: ["administrator"], countries: everywhere });
  const karl = await field.person({ name: "karl", roles: ["administrator"], countries: ["DK"] });
  const sofie = await field.person({ name: "sofie", roles: ["supervisor"], countries: everywhere });
  const releaseId = (await anna.ask("GET", "/api/releases")).body.releases[0].id as string;
  const by = (who: Desk) => ({
    makes: (more: object = {}) =>
      who.ask("POST", "/api/waves", {
        commandId: randomUUID(),
        studyId: field.studyId,
        releaseId,
        rulesOf: spring,
        code: `wave-${randomUUID()}`,
        title: "Denmark again",
        mode: "test",
        fieldFrom: "2008-04-16",
        fieldTo: "2008-05-05",
        countries: ["DK"],
        languages: ["da"],
        fieldNow: "2008-04-16T00:00:00.000Z",
        ...more,
      }),
    changes: (wave: string, change: object) =>
      who.ask("PATCH", `/api/waves/${wave}`, { commandId: randomUUID(), change }),
    releases: (wave: string) => who.ask("POST", `/api/waves/${wave}/release`, { commandId: randomUUID() }),
    closes: (wave: string, commandId: string = randomUUID()) =>
      who.ask("POST", `/api/waves/${wave}/close`, { commandId }),
    forwards: (wave: string, to: object, commandId: string = randomUUID()) =>
      who.ask("POST", `/api/waves/${wave}/field-time`, { commandId, to }),
    listsNobody: (wave: string) =>
      who.csv(
        `/api/waves/${wave}/do-not-call-imports?commandId=${randomUUID()}&source=none`,
        "number,country\n",
      ),
    settings: async (wave: string) =>
      (await who.ask("GET", `/api/waves/${wave}/settings`)).body as WaveSettings,
  });
  return {
    ...{ anna, karl, sofie, spring, by },
    made: async (more: object = {}): Promise<string> => {
      const { status, body } = await by(anna).makes(more);
      expect(status, JSON.stringify(body)).toBe(200);
      return body.waveId;
    },
    journalOf: (waveId: string, action: string) =>
      field.platform.database.read("plain", (tx) =>
        tx.journalEntry.findMany({ where: { waveId, action }, orderBy: { seq: "asc" } }),
      ),
    told: (waveId: string) =>
      field.platform.database.read("plain", (tx) => tx.news.count({ where: { waveId, topic: "plan" } })),
  };
}
