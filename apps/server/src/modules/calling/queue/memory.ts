// What one server remembers of a wave's queue between two takes: up to where its lanes are empty.

import { ranks } from "@fieldline/calling";
import { type Instant, instant } from "@fieldline/kernel";
import type { Needs } from "./needs.ts";
import type { Stratum } from "./strata.sql.ts";

interface LaneKey {
  readonly country: string;
  readonly language: string;
  readonly rank: number;
  readonly inQueue: string;
}

/**
 * Rows that were taken stay in the index as long as a long snapshot (an export, a backup) may still want to see them,
 * so a lane is looked into from its mark on, not from its beginning. Marks are a hint, forgotten whenever nothing is
 * found and every few seconds: a case behind one waits that long at most.
 */
export interface QueueMemory {
  filledAt: number;
  /** Field time up to which what comes due was looked for. */
  seenTo: Instant;
  /** Of what the filling depends on. */
  key: string;
  /** How many thorough fillings were begun here. */
  fillings: number;
  /** A case has changed here since. */
  stale: boolean;
  strata: readonly Stratum[];
  needs: Needs | null;
  /** Cases worked by region, and when they were counted. */
  worked: ReadonlyMap<string, number>;
  workedAt: number;
  readonly marks: Map<string, bigint>;
  /** The draw up to which fresh cases have been brought in, by country and region. */
  readonly drawn: Map<string, number>;
  /** Regions in which the last filling found no fresh case to bring in. */
  readonly exhausted: Set<string>;
  forgottenAt: number;
  forget(): void;
}

const memories = new Map<string, QueueMemory>();
const start = -1n;
/** Machine time, in milliseconds. */
const rememberFor = 10_000;

export function memoryOf(waveId: string): QueueMemory {
  const known = memories.get(waveId);
  if (known) return known;
  const marks = new Map<string, bigint>();
  const drawn = new Map<string, number>();
  const exhausted = new Set<string>();
  const forget = () => {
    marks.clear();
    drawn.clear();
    exhausted.clear();
  };
  const made: QueueMemory = {
    filledAt: 0,
    key: "",
    fillings: 0,
    stale: true,
    strata: [],
    needs: null,
    seenTo: instant(0),
    worked: new Map(),
    workedAt: Number.NEGATIVE_INFINITY,
    marks,
    drawn,
    exhausted,
    forgottenAt: 0,
    forget,
  };
  memories.set(waveId, made);
  return made;
}

/**
 * A case of the wave has changed: what is due is looked at before the next one is handed out. A case that only comes due
 * later (`dueAt`, field time) changes nothing yet: its entry is gone already.
 */
export function queueChanged(waveId: string, dueAt: Instant | null = null): void {
  const known = memories.get(waveId);
  if (known && (dueAt === null || dueAt <= known.seenTo)) known.stale = true;
}

const nameOf = ({ country, language, rank, inQueue }: LaneKey): string =>
  `${country} ${language} ${rank} ${inQueue}`;

export const markOf = (memory: QueueMemory, lane: LaneKey): bigint => memory.marks.get(nameOf(lane)) ?? start;

/** Something has come in before the mark. */
export function lowerTo(
  memory: QueueMemory,
  { region, ...lane }: Omit<LaneKey, "inQueue"> & { readonly region: string },
  place: bigint,
): void {
  const key = nameOf({ ...lane, inQueue: region });
  const mark = memory.marks.get(key);
  if (mark !== undefined && place < mark) memory.marks.set(key, place);
}

/** A case was taken there: those before it are gone, except where entries are kept for, or from, somebody. */
export function passed(memory: QueueMemory, lane: LaneKey, place: bigint, machineNow: number): void {
  if (machineNow - memory.forgottenAt > rememberFor) {
    memory.marks.clear();
    memory.forgottenAt = machineNow;
  }
  if (lane.rank >= ranks.retry) memory.marks.set(nameOf(lane), place);
}

/** Up to where fresh cases of a region were brought in; from the beginning again once none came. */
export function countDrawn(
  memory: QueueMemory,
  of: { readonly country: string; readonly region: string; readonly drawn: number | null },
  countryLanguage: Readonly<Record<string, string>>,
): void {
  const { country, region, drawn } = of;
  const key = `${country} ${region}`;
  if (drawn !== null) {
    memory.drawn.set(key, drawn);
    memory.exhausted.delete(key);
    return;
  }
  memory.exhausted.add(key);
  memory.drawn.delete(key);
  const language = countryLanguage[country] ?? "";
  memory.marks.delete(nameOf({ country, language, rank: ranks.fresh, inQueue: region }));
}

/** Whether a lane that was found empty has fresh cases which were not brought in yet. */
export const hasMore = (
  memory: QueueMemory,
  { rank, country, region }: { readonly rank: number; readonly country: string; readonly region: string },
): boolean => rank === ranks.fresh && !memory.exhausted.has(`${country} ${region}`);
