// A quota plan that would count wrongly, or a country it does not speak of, is refused before anybody is turned away.

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { setQuotaPlan } from "../../apps/server/src/modules/quotas/index.ts";
import { createWave } from "../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { begun } from "./support/interviewed.ts";
import { smallPlan } from "./support/quota-field.ts";

const plan = smallPlan({ total: 9, men: 5, women: 5 });

it("takes no plan once somebody was interviewed without one: those completes would stand in no cell", async () => {
  const field = await danishField([{ record: "dk1", number: danishNumber(1, 0) }]);
  await begun(await field.interviewer("mette"));
  const late = field.platform.execute(setQuotaPlan, {
    actor: operatorActor,
    commandId: null,
    input: { waveId: field.waveId, plan },
  });
  await expect(late).rejects.toMatchObject({
    problem: { code: "wave.onlyWhilePreparing", params: { setting: "quotaPlan" } },
  });
});

it("takes no further country into a wave that has its plan: the plan would let nobody there in", async () => {
  const field = await danishField();
  const by = { actor: operatorActor, commandId: null };
  const all = ["CZ", "DK", "FR", "DE", "GB"];
  const { releaseId } = await field.platform.database.read("plain", (tx) =>
    tx.wave.findUniqueOrThrow({ where: { id: field.waveId } }),
  );
  const { waveId } = await field.platform.execute(createWave, {
    ...by,
    input: {
      studyId: field.studyId,
      code: "autumn",
      title: "Autumn",
      mode: "test",
      fieldFrom: "2008-04-16",
      fieldTo: "2008-05-05",
      countries: ["DK"],
      languages: ["da"],
      fieldNow: "2008-04-16T15:00:00.000Z",
      releaseId: releaseId ?? "",
    },
  });
  const danish = { ...plan, dimensions: plan.dimensions.filter(({ country }) => country === "DK") };
  await field.platform.execute(setQuotaPlan, { ...by, input: { waveId, plan: danish } });
  const anna = await field.person({ name: "anna", roles: ["administrator"], countries: all });
  const reply = await anna.ask("PATCH", `/api/waves/${waveId}`, {
    commandId: randomUUID(),
    change: { countries: ["DK", "DE"] },
  });
  expect([reply.status, reply.body.code]).toEqual([409, "quota.planInForce"]);
});
