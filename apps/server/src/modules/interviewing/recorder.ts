// Records operations of many desks together: what comes while a batch is under way goes into the next one.

import type { RecordReply } from "@fieldline/protocol";
import { type Actor, actorId } from "../../platform/actor.ts";
import { createBatcher } from "../../platform/batcher.ts";
import type { Platform } from "../../platform/platform.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { compiledRelease } from "./compiled-releases.ts";
import type { Folded, Posted } from "./fold-posting.ts";
import { lockAndRecord } from "./lock-and-record.ts";
import { recordAlone } from "./record-alone.ts";
import { readyFrom, recordQuick } from "./record-quick.ts";
import { replyOf } from "./reply-of.ts";
import { type WarmDesk, WarmDesks } from "./warm-logs.ts";

/**
 * Records a batch of operations of one interview: each checked by the same fold the console ran, each with its fate.
 * @throws Refusal `calling.leaseLost`, `access.notFound`
 */
export type RecordPosted = (actor: Actor, posted: Omit<Posted, "userId" | "now">) => Promise<RecordReply>;

interface Item {
  readonly actor: Actor;
  readonly posted: Posted;
}

/** How many interviews go together at most. */
const most = 512;

/** One for a process. A desk that is the only one at it never waits for others. */
export function createRecorder(
  platform: Pick<Platform, "clock" | "database" | "logger" | "record">,
): RecordPosted {
  const { clock, database, logger, record } = platform;
  const desks = new WarmDesks();
  const compiledOf = (release: string) => database.read("plain", (tx) => compiledRelease(tx, release));

  const alone = async ({ actor, posted }: Item): Promise<RecordReply> => {
    desks.forget(posted.interview);
    return record(actor, (tx, ctx) => recordAlone(tx, ctx, posted));
  };

  const answer = (desk: WarmDesk, folded: Folded): RecordReply => {
    if (folded.ends) desks.forget(desk.head.id);
    else desks.put({ ...desk, log: folded.log, head: { ...desk.head, ...folded.moved } });
    return replyOf(folded, desk.head.lease.expiresAt);
  };

  /** A promise for those that go alone; the batch does not wait for them. */
  const flush = async (items: readonly Item[]): Promise<readonly (RecordReply | Promise<RecordReply>)[]> => {
    const ready = items.flatMap(({ posted }) => readyFrom(desks.get(posted.interview), posted) ?? []);
    const quick = await recordQuick(database, ready);
    const answers = new Map(quick.moved.map(({ desk, folded }) => [folded.posted, answer(desk, folded)]));
    const left = items.flatMap(({ posted }) => (answers.has(posted) ? [] : [posted]));
    const locked = await lockAndRecord(database, left, {
      compiledOf,
      warm: (interview) => desks.get(interview),
    });
    for (const { desk, folded } of locked.recorded) answers.set(folded.posted, answer(desk, folded));
    if (quick.told || locked.told) database.wake();
    return items.map((item) => answers.get(item.posted) ?? alone(item));
  };

  const put = createBatcher<Item, RecordReply | Promise<RecordReply>>({
    keyOf: ({ posted }) => posted.interview,
    flush,
    alone,
    most,
    onFailure: (error, items) => {
      logger.warn({ err: error, items }, "a batch of operations failed; its interviews go one by one");
    },
  });

  return async (actor, posted) => {
    const userId = actorId(actor);
    if (!userId) throw refuse("access.notAllowed");
    return put({ actor, posted: { ...posted, userId, now: clock.now() } });
  };
}
