// The working days of one run: shifts, and everything that goes wrong or is decided elsewhere while they last.

import { day, hour, minute, second, shuffled } from "@fieldline/kernel";
import { changeInField } from "@fieldline/quota";
import { dies } from "./desk/browser.ts";
import type { Desk } from "./desk/desk.ts";
import { goOn } from "./desk/work.ts";
import { putOnList } from "./server/close-call.ts";
import { releases } from "./study.ts";
import { machineStart, type World } from "./world.ts";

export interface Day {
  /** True time. */
  readonly from: number;
  readonly to: number;
}

/** How long after the last shift every fault has passed. */
const faultsPass = 7 * hour;

/** Draws the days and puts all that happens on them into the timeline. @returns the days, and when faults are over */
export function planDays(world: World): { readonly days: readonly Day[]; readonly quietFrom: number } {
  const { chance, wave } = world;
  const { first, last } = wave.fieldDates;
  const length = (Date.parse(last) - Date.parse(first)) / day + 1;
  const wanted = { hours: 1, days: 2, weeks: 4 }[wave.size];
  const chosen = shuffled(
    Array.from({ length }, (_, index) => index),
    chance.next,
  );
  const days = chosen
    .slice(0, wanted)
    .sort((a, b) => a - b)
    .map((index): Day => {
      const from = machineStart + index * day + chance.whole(2, 13) * hour;
      return { from, to: from + chance.whole(60, wave.size === "hours" ? 110 : 220) * minute };
    });
  const quietFrom = (days.at(-1) as Day).to + faultsPass;
  for (const one of days) {
    for (const desk of world.desks) if (chance.yes(0.8)) planShift(world, desk, one, quietFrom);
    planSupervisor(world, one);
    planClocks(world, one);
  }
  return { days, quietFrom };
}

const within = ({ chance }: World, { from, to }: Day): number => chance.whole(from, to);

function planShift(world: World, desk: Desk, one: Day, quietFrom: number): void {
  const { chance, timeline, floor } = world;
  timeline.at(one.from + chance.scale(second, 10 * minute), () => {
    desk.onShift = true;
    goOn(floor, desk);
  });
  timeline.at(one.to - chance.scale(second, 10 * minute), () => {
    desk.onShift = false;
  });
  for (let outage = chance.whole(0, 3); outage > 0; outage--) {
    const from = within(world, one);
    const until = Math.min(quietFrom, from + chance.scale(15 * second, 26 * hour));
    timeline.at(from, () => {
      world.trace.say(desk.id, `no network for ${until - from} ms`);
      world.ghosts.figures.outages++;
      desk.line.cut(until);
    });
  }
  for (let death = chance.whole(0, 2); death > 0; death--) {
    const at = within(world, one);
    const away = chance.yes(0.7) ? chance.scale(10 * second, 2 * minute) : chance.scale(2 * minute, 6 * hour);
    timeline.at(at, () => dies(floor, desk, Math.min(away, quietFrom - at)));
  }
  timeline.at(within(world, one), () => {
    desk.skew += chance.whole(-1, 1) * chance.scale(second, 3 * hour);
  });
}

/** Numbers come on the list, half of them while they lie on a desk; targets change; a new release goes out. */
function planSupervisor(world: World, one: Day): void {
  const { chance, ground, timeline, trace } = world;
  for (let entry = chance.whole(0, 5); entry > 0; entry--) {
    timeline.at(within(world, one), () => {
      const held = [...ground.store.openNumbers.keys()];
      const from = held.length > 0 && chance.yes(0.7) ? held : [...ground.store.numbers.keys()];
      const number = chance.pick(from);
      trace.say("supervisor", `puts ${number} on the list`);
      putOnList(ground, number);
    });
  }
  timeline.at(within(world, one), () => {
    const cell = chance.pick([...ground.store.book.cells.values()]);
    const target = Math.max(0, cell.target + chance.whole(-3, 3));
    const changed = changeInField(ground.store.book, cell.id, { kind: "setTarget", target });
    trace.say("supervisor", `sets ${cell.id} to ${target}`);
    if (changed.ok) ground.store.book = changed.value;
  });
  if (!chance.yes(0.3)) return;
  timeline.at(within(world, one), () => {
    trace.say("supervisor", "publishes release 2");
    ground.store.release = releases[1].release.fingerprint;
  });
}

/** The server's clock is put right by a little; a test wave's field time is set forward. */
function planClocks(world: World, one: Day): void {
  const { chance, clocks, timeline, trace } = world;
  const step = chance.pick([0, 0, chance.whole(-2 * second, 0), chance.whole(0, 90 * second)]);
  timeline.at(within(world, one), () => {
    const next = Math.max(-2 * second, Math.min(2 * minute, clocks.machine + step));
    trace.say("clock", `server ${next - clocks.machine} ms`);
    clocks.machine = next;
  });
  if (!chance.yes(0.15)) return;
  const forward = chance.scale(minute, 20 * hour);
  timeline.at(within(world, one), () => {
    trace.say("clock", `field time ${forward} ms forward`);
    clocks.field += forward;
  });
}
