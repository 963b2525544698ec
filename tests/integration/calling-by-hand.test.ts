// A live wave: the interviewer dials on a telephone; no line is played, and nobody is rung by the machine.

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { danishField } from "./support/field.ts";
import { liveWave } from "./support/live-wave.ts";

it("hands out the number, leaves the dialling to the telephone, and holds the case for the conversation", async () => {
  const field = await danishField();
  const waveId = await liveWave(field);
  const mette = await field.interviewer("mette");
  const { body } = await mette.ask("POST", "/api/desk/next-case", { commandId: randomUUID(), waveId });
  expect(body.case).toMatchObject({
    reference: "real",
    numbers: [{ display: "32 12 34 56", dialLink: "tel:+4532123456" }],
  });
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
