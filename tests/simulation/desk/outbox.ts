// The outbox of a desk: in order, in batches, again until acknowledged; what is refused is set aside and blocks nothing.

import type { OperationFate, PostOperations, ReplyTo } from "../server/requests.ts";
import { must } from "../trace.ts";
import { type Desk, type Floor, heard, type OutboxEntry, soon } from "./desk.ts";

const batchLimit = 200;
const longestPause = 8_000;

/** Keeps an entry on disk and sees to it that it goes. */
export function keep(floor: Floor, desk: Desk, ...entries: readonly OutboxEntry[]): void {
  desk.disk.outbox.push(...entries);
  flush(floor, desk);
}

export function flush(floor: Floor, desk: Desk): void {
  const { mem, disk, line } = desk;
  const [first] = disk.outbox;
  if (!mem || mem.flushing || !first) return;
  mem.flushing = true;
  const onNothing = heard<void>(desk, () => backOff(floor, desk));
  if (first.kind === "command") {
    line.post(
      first.request,
      heard(desk, (reply) => {
        landed(desk);
        commandAnswered(floor, desk, first, reply);
        flush(floor, desk);
      }),
      onNothing,
    );
    return;
  }
  const batch = batchOf(disk.outbox, first);
  const sent = batch.map(({ operation }) => operation);
  const { caseId, fence, interviewId } = first;
  const request: PostOperations = {
    kind: "operations",
    userId: desk.userId,
    caseId,
    fence,
    interviewId,
    operations: sent,
  };
  line.post(
    request,
    heard(desk, (reply) => {
      landed(desk);
      must(reply.ok, "R1", () => `operations of ${desk.id} were refused: ${reply.ok ? "" : reply.code}`);
      settle(floor, desk, { request, fates: reply.value.fates });
      flush(floor, desk);
    }),
    onNothing,
  );
}

type Posted = Extract<OutboxEntry, { kind: "operation" }>;

function batchOf(outbox: readonly OutboxEntry[], first: Posted): Posted[] {
  const batch: Posted[] = [];
  for (const entry of outbox) {
    const goesAlong =
      entry.kind === "operation" && entry.interviewId === first.interviewId && entry.fence === first.fence;
    if (!goesAlong || batch.length === batchLimit) break;
    batch.push(entry);
  }
  return batch;
}

function landed({ mem }: Desk): void {
  if (!mem) return;
  mem.flushing = false;
  mem.pause = 0;
}

function backOff(floor: Floor, desk: Desk): void {
  const { mem, line, chance } = desk;
  if (!mem) return;
  mem.pause = Math.min(longestPause, mem.pause === 0 ? 500 : mem.pause * 2);
  const untilUp = Math.max(0, line.upAt() - floor.timeline.now());
  soon(floor, desk, Math.max(mem.pause, untilUp) + chance.whole(0, 500), () => {
    mem.flushing = false;
    flush(floor, desk);
  });
}

function settle(
  { ghosts, steps, trace }: Floor,
  desk: Desk,
  { request, fates }: { request: PostOperations; fates: readonly OperationFate[] },
): void {
  const { disk } = desk;
  const { operations: sent, interviewId } = request;
  for (const [index, fate] of fates.entries()) {
    const { id, status } = fate;
    const taken = status === "ok" || status === "duplicate" || status === "branched";
    must(taken, "R1", () => `${sent[index]?.type} ${id} of ${desk.id}: ${status} ${fate.problem ?? ""}`);
    const entry = disk.outbox.find((one) => one.kind === "operation" && one.operation === sent[index]);
    if (entry?.kind !== "operation") continue;
    disk.outbox.splice(disk.outbox.indexOf(entry), 1);
    const key = `${interviewId} ${desk.id}`;
    const known = ghosts.acknowledged.get(key) ?? [];
    ghosts.acknowledged.set(key, [...known, id]);
    const { operation } = entry;
    const stored =
      operation.type === "checkQuota" && fate.verdict ? { ...operation, verdict: fate.verdict } : operation;
    const interview = disk.seat?.interview;
    if (interview?.id === interviewId) interview.base = [...interview.base, stored];
    if (status === "branched") ghosts.figures.branched++;
    if (stored.type === "checkQuota") steps.verdictHeard(desk, stored);
  }
  const summary = fates.map(({ status }) => status).join(" ");
  trace.say(desk.id, `sent ${sent.length} of ${interviewId} up to ${sent.at(-1)?.seq}: ${summary}`);
}

/** Outcomes that another time would do for: the interviewer picks one that needs none. */
const onlyTheTime = /^calling\.(appointment|beyond|holidays)/;

function commandAnswered(
  floor: Floor,
  desk: Desk,
  entry: Extract<OutboxEntry, { kind: "command" }>,
  reply: ReplyTo<Extract<OutboxEntry, { kind: "command" }>["request"]>,
): void {
  const { request } = entry;
  const { disk } = desk;
  disk.outbox.splice(disk.outbox.indexOf(entry), 1);
  const said = reply.ok ? JSON.stringify(reply.value) : reply.code;
  floor.trace.say(desk.id, `${request.kind} ${request.attemptId}: ${said}`);
  if (request.kind === "begin") {
    must(reply.ok, "R1", () => `an interview begun at ${desk.id} was refused: ${said}`);
    const key = `${request.begin.interviewId} ${desk.id}`;
    floor.ghosts.acknowledged.set(key, [...(floor.ghosts.acknowledged.get(key) ?? []), request.begin.id]);
    const interview = disk.seat?.interview;
    if (interview?.id === request.begin.interviewId) interview.base = [request.begin, ...interview.base];
    return;
  }
  if (!reply.ok && request.appointment && onlyTheTime.test(reply.code)) {
    const { appointment: _dropped, ...rest } = request;
    disk.outbox.unshift({
      kind: "command",
      request: { ...rest, commandId: floor.ground.newId("command"), disposition: "callLater" },
    });
    return;
  }
  if (!reply.ok) {
    floor.ghosts.figures.setAside++;
    const held = floor.ground.store.openLeases.get(request.caseId);
    const stillOurs = held?.userId === desk.userId && held.fence === request.fence;
    must(!stillOurs, "R1", () => `an outcome of ${desk.id} was refused under its lease: ${said}`);
  }
  if (disk.seat?.caseId !== request.caseId || disk.seat.stage !== "wrapping") return;
  const keepsCase = reply.ok && (reply.value as { readonly keepsCase: boolean }).keepsCase;
  floor.steps.outcomeSent(desk, keepsCase);
}
