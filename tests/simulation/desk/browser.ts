// The browser of a desk dies, and comes back: what was on disk is taken up where it stood.

import { minute, second } from "@fieldline/kernel";
import { must } from "../trace.ts";
import { type Desk, type Floor, freshMemory, soon } from "./desk.ts";
import { flush } from "./outbox.ts";
import { does, takeUp, talkOn } from "./talk.ts";
import { beat, lookAtDesk, open } from "./work.ts";
import { outcomeOf, wrapUp } from "./wrap-up.ts";

/** How long a person stays on the telephone with an interviewer who sees nothing. */
const patience = 90 * second;

export function dies(floor: Floor, desk: Desk, forMs: number): void {
  const { mem } = desk;
  if (!mem) return;
  const { epoch } = desk;
  const stood = JSON.stringify(mem.log?.state ?? null);
  const diedAt = floor.timeline.now();
  floor.trace.say(desk.id, `browser dies for ${forMs} ms`);
  floor.ghosts.figures.browsersDied++;
  desk.mem = null;
  desk.epoch++;
  if (forMs > patience) {
    floor.timeline.after(patience, () => {
      if (desk.epoch === epoch + 1) floor.ghosts.talks.delete(desk.id);
    });
  }
  floor.timeline.after(forMs, () => {
    if (desk.epoch === epoch + 1) comesBack(floor, desk, { stood, diedAt });
  });
}

/** Comes back to the same question, from disk alone. */
function comesBack(floor: Floor, desk: Desk, was: { stood: string; diedAt: number }): void {
  desk.mem = freshMemory();
  const { seat } = desk.disk;
  floor.trace.say(desk.id, `comes back to ${seat ? `${seat.caseId}, ${seat.stage}` : "an empty desk"}`);
  flush(floor, desk);
  if (!seat) {
    if (desk.disk.outbox.length === 0) lookAtDesk(floor, desk);
    else soon(floor, desk, minute, () => lookAtDesk(floor, desk));
    return;
  }
  if (seat.stage === "calling") {
    lookAtDesk(floor, desk);
    return;
  }
  beat(floor, desk, seat);
  if (seat.stage === "open") {
    open(floor, desk, seat);
    return;
  }
  takeUp(desk);
  if (seat.stage === "talking") {
    talksAgain(floor, desk, was);
    return;
  }
  const entries = desk.disk.outbox.some(
    (entry) => entry.kind === "command" && entry.request.kind === "outcome",
  );
  if (!entries) outcomeAnew(floor, desk);
}

/** The outcome was not yet chosen, or its acknowledgement was not seen. */
function outcomeAnew(floor: Floor, desk: Desk): void {
  const { seat } = desk.disk;
  const status = desk.mem?.log?.state?.status;
  const ended = status !== undefined && status !== "inProgress" && status !== "suspended";
  const told = ended ? outcomeOf(desk, status) : "callLater";
  if (seat?.call) wrapUp(floor, desk, told);
}

function talksAgain(floor: Floor, desk: Desk, { stood, diedAt }: { stood: string; diedAt: number }): void {
  const state = desk.mem?.log?.state;
  const now = JSON.stringify(state ?? null);
  must(stood === "null" || now === stood, "R1", () => `${desk.id} came back to another question`);
  if (state?.status !== "inProgress") {
    outcomeAnew(floor, desk);
    return;
  }
  const away = floor.timeline.now() - diedAt;
  if (away <= patience) {
    talkOn(floor, desk);
    return;
  }
  does(floor, desk, { type: "suspend" });
  wrapUp(floor, desk, desk.chance.pick(["lineDropped", "breakOffResumable"]));
}
