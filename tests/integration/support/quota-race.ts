// Many desks race for the last places while a supervisor changes the cells and leases run out; drawn from a seed.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { minute, type Random, seeded } from "@fieldline/kernel";
import type { Field } from "./field.ts";
import type { ServerNode } from "./nodes.ts";
import { watchPlaces } from "./place-watch.ts";
import { type SmallPlan, withPlan } from "./quota-field.ts";
import { type Race, type RaceDesk, raceDesk } from "./race-desk.ts";
import { seated } from "./seats.ts";

export interface RaceReport {
  readonly violations: readonly string[];
  /** How many commits were looked at. */
  readonly looks: number;
  /** Answers nobody may ever get: a status that is no 200, two verdicts on one check. */
  readonly faults: readonly string[];
  /** How often what happened. */
  readonly happened: Readonly<Record<string, number>>;
}

export interface RacePlan {
  readonly desks: number;
  readonly seed: string;
  readonly places: SmallPlan;
}

/** More than twice as many desks as places. */
export const sixtyDesks = (seed: string): RacePlan => ({
  desks: 60,
  seed,
  places: { total: 24, men: 14, women: 13 },
});

/** In the heat of the race. A shift ends after twelve hours, and with it the sessions. */
const mostLapses = 8;

/** Runs the race to its end: silent desks come back late, and in the end every place left has run out. */
export async function raceForPlaces(
  field: Field,
  nodes: readonly ServerNode[],
  { desks, seed, places }: RacePlan,
): Promise<RaceReport> {
  await withPlan(field, places);
  const random = seeded(seed);
  const seats = await seated(field, desks, random);
  const sofia = await supervisorCookie(field);
  const happened: Record<string, number> = {};
  const faults: string[] = [];
  const note = (what: string) => {
    happened[what] = (happened[what] ?? 0) + 1;
  };
  const race: Race = { nodes, note, fault: (what) => faults.push(what) };
  const leasesRunOut = async () => {
    field.clock.forward(46 * minute);
    const freed = nodes.map((node) => node.freeExpired().catch((error) => race.fault(String(error))));
    for (const places of await Promise.all(freed)) if (places) note("ran out");
  };

  const watch = await watchPlaces(field.url);
  let over = false;
  let lapses = 0;
  const meanwhile = async (round: () => Promise<void>) => {
    while (!over) await round();
  };
  const beside = Promise.all([
    meanwhile(() => changeOfCell(race, sofia, { field, places, random })),
    meanwhile(async () => {
      await pause(150);
      if (lapses++ < mostLapses) await leasesRunOut();
    }),
  ]);
  const racing = seats.map((seat, index) => raceDesk(race, seat, seeded(`${seed}, desk ${index}`)));
  const silent: RaceDesk[] = [];
  await Promise.all(racing.map(async (desk) => ((await desk.races()) ? null : silent.push(desk))));
  over = true;
  await beside;
  await leasesRunOut();
  await Promise.all(silent.slice(1).map((desk) => desk.completes()));
  await leasesRunOut();
  return { ...(await watch.end()), faults, happened };
}

const cells = ["DK/sex/M", "DK/sex/F", "DK/total/all"] as const;

/** A target a little up or down, a cell closed or open again. */
async function changeOfCell(
  race: Race,
  cookie: string,
  { field, places, random }: { field: Field; places: SmallPlan; random: Random },
): Promise<void> {
  const cell = Math.floor(random() * cells.length);
  const planned = [places.men, places.women, places.total][cell] ?? 0;
  const kind = random();
  const target = Math.max(0, planned + Math.floor(random() * 7) - 3);
  const change =
    kind < 0.6 ? { kind: "setTarget", target } : kind < 0.75 ? { kind: "close" } : { kind: "reopen" };
  const node = race.nodes[Math.floor(random() * race.nodes.length)] as ServerNode;
  const address = `/api/waves/${field.waveId}/quota-cells/${encodeURIComponent(cells[cell] ?? "")}`;
  const { status, body } = await node.ask(cookie, "PATCH", address, { commandId: randomUUID(), change });
  if (status === 200) race.note(change.kind);
  else race.fault(`${status} ${JSON.stringify(body)}`);
  await pause(random() * 30);
}

async function supervisorCookie(field: Field): Promise<string> {
  const name = "sofia";
  const password = await field.password({ name, roles: ["supervisor"], languages: [] });
  const reply = await field.app.inject({ method: "POST", url: "/api/session", payload: { name, password } });
  return reply.cookies.map((one) => `${one.name}=${one.value}`).join("; ");
}
