// The world of one run: a server with its cases, desks with their lines, and the clocks of both.

import { ranks } from "@fieldline/calling";
import { day, hour, instant, shuffled } from "@fieldline/kernel";
import { openBook } from "@fieldline/quota";
import { study2008, studyLanguages } from "@fieldline/study-2008";
import { type Chance, chanceFrom } from "./chance.ts";
import { checkDial } from "./checks/at-dial.ts";
import { type Ghosts, noGhosts } from "./checks/ghosts.ts";
import { recount } from "./checks/recount.ts";
import { type Desk, type Floor, freshMemory } from "./desk/desk.ts";
import { lineOf } from "./desk/line.ts";
import { verdictHeard } from "./desk/talk.ts";
import { outcomeSent } from "./desk/work.ts";
import type { Planted } from "./planted.ts";
import { putOnList } from "./server/close-call.ts";
import type { Ground } from "./server/ground.ts";
import { breakOffOpen } from "./server/interviews.ts";
import type { CaseRow, NumberRow, Store } from "./server/rows.ts";
import { recordsOf, releases } from "./study.ts";
import { type Timeline, timelineFrom } from "./timeline.ts";
import { must, type Trace, traceOf } from "./trace.ts";
import { drawWave, type Wave } from "./wave.ts";

/** Machine time at which every run begins; field time is years away from it. */
export const machineStart = Date.UTC(2026, 8, 1, 5);

export interface Clocks {
  /** Server's machine clock less true time. */
  machine: number;
  /** Field time less machine time. */
  field: number;
}

export interface World {
  readonly seed: string;
  readonly chance: Chance;
  readonly timeline: Timeline;
  readonly trace: Trace;
  readonly wave: Wave;
  readonly ground: Ground;
  readonly ghosts: Ghosts;
  readonly clocks: Clocks;
  readonly floor: Floor;
  readonly desks: readonly Desk[];
}

export function buildWorld(seed: string, planted: Planted | null): World {
  const chance = chanceFrom(`${seed}/world`);
  const timeline = timelineFrom(machineStart);
  const trace = traceOf(timeline.now);
  const wave = drawWave(chance);
  const ghosts = noGhosts();
  const fieldStart = Date.parse(`${wave.fieldDates.first}T05:00:00Z`);
  const clocks: Clocks = { machine: 0, field: fieldStart - machineStart };
  const numbering = new Map<string, number>();
  const ground: Ground = {
    store: emptyStore(wave, chance),
    wave,
    planted,
    chance: chanceFrom(`${seed}/server`),
    now: () => instant(timeline.now() + clocks.machine),
    fieldNow: () => instant(timeline.now() + clocks.machine + clocks.field),
    newId(of) {
      const next = (numbering.get(of) ?? 0) + 1;
      numbering.set(of, next);
      return `${of}-${next}`;
    },
    onCaseClosed: breakOffOpen,
    watch: {
      dialled: (of) => checkDial(ground, ghosts, of),
      placesMoved: () => recount(ground),
      recorded: ({ interviewId, caseId, fence }) => {
        const { fence: current } = ground.store.cases.get(caseId) ?? { fence: 0 };
        must(current === fence, "R4", () => `${interviewId} went on under fence ${fence}, ${current} holds`);
      },
    },
  };
  const floor: Floor = {
    timeline,
    trace,
    ground,
    ghosts,
    steps: {
      outcomeSent: (desk, keepsCase) => outcomeSent(floor, desk, keepsCase),
      verdictHeard,
    },
  };
  const desks = Array.from({ length: chance.whole(3, wave.size === "hours" ? 5 : 8) }, (_, index) =>
    deskOf(`desk-${index + 1}`, { seed, floor, wave }),
  );
  for (const id of ground.store.numbers.keys()) if (chance.yes(0.02)) putOnList(ground, id);
  trace.say("world", `${wave.size} of ${wave.season} in ${wave.countries.join(" ")}, ${desks.length} desks`);
  trace.say("world", `${ground.store.cases.size} cases, goes on offline: ${wave.plan.whenOffline}`);
  return { seed, chance, timeline, trace, wave, ground, ghosts, clocks, floor, desks };
}

function deskOf(
  id: string,
  { seed, floor, wave }: { readonly seed: string; readonly floor: Floor; readonly wave: Wave },
): Desk {
  const chance = chanceFrom(`${seed}/${id}`);
  const line = lineOf(floor.timeline, floor.ground, chanceFrom(`${seed}/line of ${id}`));
  const own = study2008.countries.flatMap(({ code, language }) =>
    wave.countries.includes(code) ? [language as string] : [],
  );
  const first = chance.pick(own);
  const more = [...own, ...studyLanguages].filter((language) => language !== first && chance.yes(0.4));
  return {
    id,
    userId: `user of ${id}`,
    languages: [...new Set([first, ...more])],
    chance,
    line,
    disk: { seat: null, outbox: [] },
    mem: freshMemory(),
    epoch: 0,
    onShift: false,
    skew: chance.whole(-1, 1) * chance.scale(1_000, 2 * hour),
  };
}

function emptyStore(wave: Wave, chance: Chance): Store {
  const { cases, numbers } = casesOf(wave, chance);
  return {
    cases: new Map(cases.map((row) => [row.id, row])),
    numbers: new Map(numbers.map((row) => [row.id, row])),
    leases: [],
    openLeases: new Map(),
    openNumbers: new Map(),
    attempts: new Map(),
    attemptsOfCase: new Map(),
    attemptsOfNumber: new Map(),
    interviews: new Map(),
    interviewsOfCase: new Map(),
    branches: new Map(),
    appointments: new Map(),
    journal: [],
    processed: new Map(),
    book: openBook(wave.plan),
    release: releases[0].release.fingerprint,
  };
}

/** A slice of the bundled sample, in chance order; some records share a number with another one. */
function casesOf(wave: Wave, chance: Chance): { cases: CaseRow[]; numbers: NumberRow[] } {
  const cases: CaseRow[] = [];
  const numbers: NumberRow[] = [];
  const size = chance.whole(100, 330) / wave.countries.length;
  for (const country of wave.countries) {
    for (const record of shuffled(recordsOf(country), chance.next).slice(0, size)) {
      const own = record.numbers.map(({ e164, kind }): NumberRow => {
        return { id: e164, kind, doNotCall: false, closedAs: null };
      });
      numbers.push(...own);
      const shared = chance.yes(0.04) ? [chance.pick(numbers).id] : [];
      cases.push({
        id: record.record,
        country,
        region: record.region,
        numbers: [...new Set([...own.map(({ id }) => id), ...shared])],
        draw: chance.next(),
        state: "open",
        dueAt: machineStart - 30 * 365 * day,
        rank: ranks.fresh,
        fence: 0,
        avoid: null,
        notUser: null,
        forUser: null,
        forUserUntil: null,
        held: null,
        language: null,
        finalDisposition: null,
        finalCode: null,
        closedAt: null,
      });
    }
  }
  return { cases, numbers };
}
