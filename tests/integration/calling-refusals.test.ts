// Refusals that a desk meets seldom: each with its code, and nothing changed by it.

import { describe, expect, it } from "vitest";
import { setQuotaPlan } from "../../apps/server/src/modules/quotas/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { beginningOf } from "./support/desk.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { smallPlan, withPlan } from "./support/quota-field.ts";
import { converse, release2008 } from "./support/respondent.ts";

const household = [{ record: "a", number: danishNumber(1, 0) }];

describe("a desk", () => {
  it("is handed nothing of a wave that has left the field", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    await field.platform.database.write("plain", (tx) =>
      tx.wave.update({ where: { id: field.waveId }, data: { state: "closed" } }),
    );
    expect((await mette.nextReply()).body.code).toBe("calling.waveNotInField");
  });

  it("closes a call once, and begins no interview in a closed one", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body } = await mette.dial(held);
    expect((await mette.close(body.id, held, "lineDropped")).body).toMatchObject({ keepsCase: true });
    expect((await mette.close(body.id, held, "noAnswer")).body.code).toBe("calling.attemptClosed");
    const begun = await mette.ask("POST", "/api/interviews", beginningOf(held, body.id));
    expect(begun.body.code).toBe("interview.attemptNotOpen");
  });

  it("begins no second interview with somebody who has completed", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body } = await mette.dial(held);
    const id = await mette.begins(held, body.id);
    const log = (await mette.ask("GET", `/api/interviews/${id}`)).body;
    const { operations } = converse(release2008(log.release), log.operations);
    await mette.ask("POST", `/api/interviews/${id}/operations`, { fence: held.fence, operations });
    const again = await mette.ask("POST", "/api/interviews", beginningOf(held, body.id));
    expect(again.body.code).toBe("interview.alreadyCompleted");
  });
});

describe("a quota plan", () => {
  it("is set once, and only when it is sound", async () => {
    const field = await danishField();
    const sound = smallPlan({ total: 2, men: 1, women: 1 });
    const input = { waveId: field.waveId, plan: { ...sound, dimensions: sound.dimensions.slice(3) } };
    const set = () => field.platform.execute(setQuotaPlan, { actor: operatorActor, commandId: null, input });
    await expect(set()).rejects.toMatchObject({ problem: { code: "quota.planUnsound" } });
    await withPlan(field, { total: 2, men: 1, women: 1 });
    await expect(set()).rejects.toMatchObject({ problem: { code: "quota.planInForce" } });
  });
});
