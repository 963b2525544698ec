// The dial at the model server: the one place where everything that could forbid a call is asked.

import { localDay, mayDial } from "@fieldline/calling";
import { caseOf, type Ground, journalled } from "./ground.ts";
import { calledIn, connectedFor, heldLease, openAttempt } from "./leases.ts";
import { type Answers, type Dial, Refusal } from "./requests.ts";
import { type AttemptRow, listIn } from "./rows.ts";

export function dial(ground: Ground, asked: Dial): Answers["dial"] {
  const { store, wave } = ground;
  const lease = heldLease(ground, asked);
  const row = caseOf(ground, asked.caseId);
  if (openAttempt(ground, row.id)) throw new Refusal("calling.attemptOpen");
  const number = store.numbers.get(asked.numberId);
  if (!number || !row.numbers.includes(number.id)) throw new Refusal("access.notFound");
  if (number.closedAs !== null) throw new Refusal("calling.numberClosed");
  const fieldNow = ground.fieldNow();
  const rules = calledIn(ground);
  const day = localDay(rules, row.country, fieldNow);
  if (!day.ok) throw new Refusal(day.problem.code);
  const { localDate } = day.value;
  const before = store.attemptsOfNumber.get(number.id) ?? [];
  const allowed = mayDial({
    rules,
    country: row.country,
    at: fieldNow,
    waveMode: "test",
    fieldDates: wave.fieldDates,
    numberIsTestNumber: true,
    attemptsToNumber: before.length,
    attemptsToNumberToday: before.filter((one) => one.localDate === localDate).length,
    doNotCall:
      ground.planted === "listAskedWhenQueued" ? lease.listedWhenTaken.has(number.id) : number.doNotCall,
    dncListImported: true,
  });
  if (!allowed.ok) throw new Refusal(allowed.problem.code);
  const attempt: AttemptRow = {
    id: asked.attemptId,
    caseId: row.id,
    numberId: number.id,
    userId: asked.userId,
    fence: asked.fence,
    release: store.release,
    dialledAt: ground.now(),
    dialledFieldAt: fieldNow,
    localDate,
    disposition: null,
    presumed: false,
    closedFieldAt: null,
    languageNeeded: null,
  };
  ground.watch.dialled({ caseId: row.id, numberId: number.id, userId: asked.userId, fieldAt: fieldNow });
  store.attempts.set(attempt.id, attempt);
  listIn(store.attemptsOfCase, row.id).push(attempt);
  listIn(store.attemptsOfNumber, number.id).push(attempt);
  lease.connectedAt = ground.now();
  lease.expiresAt = ground.now() + connectedFor;
  journalled(ground, {
    action: "dial",
    kind: "attempt",
    id: attempt.id,
    after: { case: row.id, number: number.id, disposition: null },
  });
  return { attemptId: attempt.id, release: attempt.release, seed: `order of ${attempt.id}` };
}
