// An interviewer at work: the next case, the dial, who answers, and the case after that.

import type { DispositionKey } from "@fieldline/calling";
import { minute, second } from "@fieldline/kernel";
import type { CaseOnDesk, Dial, ReplyTo, Request } from "../server/requests.ts";
import { type Desk, type Floor, heard, type Seat, soon } from "./desk.ts";
import { flush } from "./outbox.ts";
import { interview } from "./talk.ts";
import { wrapUp } from "./wrap-up.ts";

/** A dial that the server took, and of which the desk heard only later than this, is not rung any more. */
const stillRings = minute;

/** Asks until there is an answer; only with an empty outbox, so that the server knows all that went before. */
function ask<Asked extends Request>(
  floor: Floor,
  desk: Desk,
  request: Asked,
  onReply: (reply: ReplyTo<Asked>) => void,
): void {
  const { mem, line, chance } = desk;
  if (!mem) return;
  mem.asking = true;
  const again = (): void => {
    const untilUp = Math.max(0, line.upAt() - floor.timeline.now());
    soon(floor, desk, untilUp + chance.scale(500, 8_000), () => ask(floor, desk, request, onReply));
  };
  line.post(
    request,
    heard(desk, (reply) => {
      mem.asking = false;
      onReply(reply);
    }),
    heard<void>(desk, again),
  );
}

const isFree = ({ mem, disk, onShift }: Desk): boolean =>
  mem !== null && onShift && !mem.asking && disk.seat === null && disk.outbox.length === 0;

/** Takes the next case, if the desk is free for one. */
function work(floor: Floor, desk: Desk): void {
  const { disk, mem, onShift } = desk;
  if (mem && onShift && !mem.asking && !disk.seat && disk.outbox.length > 0) rest(floor, desk, 30 * second);
  if (!isFree(desk)) return;
  const request = {
    kind: "nextCase" as const,
    commandId: floor.ground.newId("command"),
    userId: desk.userId,
    languages: desk.languages,
  };
  ask(floor, desk, request, (reply) => {
    if (!reply.ok) return lookAtDesk(floor, desk);
    if (reply.value.case) return take(floor, desk, reply.value.case);
    rest(floor, desk, desk.chance.scale(2 * minute, 20 * minute));
  });
}

const rest = (floor: Floor, desk: Desk, ms: number): void => soon(floor, desk, ms, () => work(floor, desk));

/** What the server says lies on this desk: after a reload, or when it would not hand out another case. */
export function lookAtDesk(floor: Floor, desk: Desk): void {
  if (desk.disk.outbox.length > 0) {
    soon(floor, desk, 20 * second, () => lookAtDesk(floor, desk));
    return;
  }
  ask(floor, desk, { kind: "readDesk", userId: desk.userId }, (reply) => {
    if (!reply.ok || !reply.value.case) {
      desk.disk.seat = null;
      return rest(floor, desk, 10 * second);
    }
    take(floor, desk, reply.value.case);
  });
}

function take(floor: Floor, desk: Desk, found: CaseOnDesk): void {
  const { id: caseId, fence, country, region, language, numbers, openAttempt } = found;
  const release = found.interview?.operations[0];
  const seat: Seat = {
    caseId,
    fence,
    country,
    region,
    language,
    numbers,
    call: openAttempt ? { ...openAttempt, seed: "" } : null,
    interview:
      found.interview && release?.type === "begin"
        ? { id: found.interview.id, release: release.release, base: found.interview.operations }
        : null,
    stage: "open",
    talksUntil: 0,
  };
  desk.disk.seat = seat;
  floor.trace.say(desk.id, `takes ${caseId} under fence ${fence}`);
  beat(floor, desk, seat);
  if (openAttempt) {
    wrapUp(floor, desk, "technicalFault");
    return;
  }
  soon(floor, desk, desk.chance.scale(3 * second, 90 * second), () => open(floor, desk, seat));
}

/** A case lies open before the interviewer. */
export function open(floor: Floor, desk: Desk, seat: Seat): void {
  if (desk.disk.seat !== seat || seat.stage !== "open") return;
  const [number, ...others] = seat.numbers;
  if (!number || !desk.onShift || desk.chance.yes(0.02)) {
    giveBack(floor, desk, seat);
    return;
  }
  seat.numbers = others;
  seat.stage = "calling";
  const request: Dial = {
    kind: "dial",
    commandId: floor.ground.newId("command"),
    attemptId: floor.ground.newId("attempt"),
    userId: desk.userId,
    caseId: seat.caseId,
    fence: seat.fence,
    numberId: number,
  };
  const sentAt = floor.timeline.now();
  ask(floor, desk, request, (reply) => {
    if (desk.disk.seat !== seat) return;
    const said = reply.ok ? "rings" : reply.code;
    floor.trace.say(desk.id, `dials ${number} as ${request.attemptId}: ${said}`);
    if (!reply.ok) return notDialled(floor, desk, seat, reply.code);
    floor.ghosts.figures.dials++;
    const { attemptId, release, seed } = reply.value;
    seat.call = { id: attemptId, release, seed };
    if (floor.timeline.now() - sentAt > stillRings) return wrapUp(floor, desk, "technicalFault");
    ring(floor, desk, seat, number);
  });
}

function notDialled(floor: Floor, desk: Desk, seat: Seat, code: string): void {
  seat.stage = "open";
  if (code === "calling.leaseLost") {
    leave(floor, desk);
    return;
  }
  if (code === "calling.attemptOpen") {
    lookAtDesk(floor, desk);
    return;
  }
  open(floor, desk, seat);
}

function giveBack(floor: Floor, desk: Desk, seat: Seat): void {
  const { caseId, fence } = seat;
  const commandId = floor.ground.newId("command");
  ask(floor, desk, { kind: "giveBack", commandId, userId: desk.userId, caseId, fence }, (reply) => {
    floor.trace.say(desk.id, `gives ${caseId} back: ${reply.ok ? "taken" : reply.code}`);
    leave(floor, desk);
  });
}

function leave(floor: Floor, desk: Desk): void {
  desk.disk.seat = null;
  rest(floor, desk, desk.chance.scale(2 * second, minute));
}

/** The outcome was acknowledged or set aside. A case that is kept is dialled again, or lies open. */
export function outcomeSent(floor: Floor, desk: Desk, keepsCase: boolean): void {
  const { seat } = desk.disk;
  if (!seat) return;
  if (!keepsCase) {
    leave(floor, desk);
    return;
  }
  desk.disk.seat = null;
  soon(floor, desk, 2 * second, () => lookAtDesk(floor, desk));
}

/** Signs of life while a case lies on the desk. */
export function beat(floor: Floor, desk: Desk, seat: Seat): void {
  soon(floor, desk, minute, () => {
    if (desk.disk.seat !== seat) return;
    const { caseId, fence } = seat;
    const lost = heard<ReplyTo<Request>>(desk, (reply) => {
      const { mem } = desk;
      if (!reply.ok && seat.stage === "open" && desk.disk.seat === seat && !mem?.asking) leave(floor, desk);
    });
    desk.line.post({ kind: "heartbeat", userId: desk.userId, caseId, fence }, lost, () => undefined);
    beat(floor, desk, seat);
  });
}

type Answering = DispositionKey | "talks";

function ring(floor: Floor, desk: Desk, seat: Seat, numberId: string): void {
  const happens = desk.chance.weighed<Answering>([
    ["noAnswer", 24],
    ["busy", 5],
    ["answeringMachine", 8],
    ["callBlocked", 1],
    ["technicalFault", 1],
    ["notInService", 3],
    ["talks", 36],
    ["softRefusalHousehold", 6],
    ["softRefusalRespondent", 3],
    ["hardRefusal", 3],
    ["doNotCall", 2],
    ["appointmentExact", 4],
    ["appointmentLoose", 3],
    ["callLater", 3],
    ["respondentNotAvailable", 3],
    ["languageProblem", 2],
    ["business", 1],
    ["lineDropped", 3],
  ]);
  soon(floor, desk, desk.chance.scale(2 * second, 40 * second), () => {
    if (desk.disk.seat !== seat) return;
    if (happens !== "talks") return wrapUp(floor, desk, happens);
    seat.stage = "talking";
    floor.ghosts.talks.set(desk.id, { caseId: seat.caseId, numberId });
    interview(floor, desk);
  });
}

/** The shift begins, the network is back, or a browser has come up: whatever waits goes on. */
export function goOn(floor: Floor, desk: Desk): void {
  flush(floor, desk);
  work(floor, desk);
}
