// The two clocks: machine time for leases and sessions, field time (one per wave) for hours, dates and delays.

import { type Instant, instant, later } from "@fieldline/kernel";

export interface MachineClock {
  /** The present instant in machine time. */
  now(): Instant;
}

/** What the clock of a wave needs to know of it; a row of the wave table will do. */
export interface WaveTime {
  readonly mode: string;
  readonly fieldOffsetMs: bigint | number;
}

export interface FieldClock {
  /** The present instant in the wave's field time. */
  now(): Instant;
}

/** The computer's own clock: the only place in the server that reads it for the field's sake. */
export const systemClock: MachineClock = { now: () => instant(Date.now()) };

/**
 * Field time of a wave at a machine instant: the same in a live wave, moved by the stored offset in a test wave.
 * A live wave never leaves real time, whatever its row says.
 */
export function fieldTime(wave: WaveTime, machineNow: Instant): Instant {
  return wave.mode === "test" ? later(machineNow, Number(wave.fieldOffsetMs)) : machineNow;
}

/** A wave's own clock, running on a machine clock. */
export const fieldClock = (wave: WaveTime, machine: MachineClock): FieldClock => ({
  now: () => fieldTime(wave, machine.now()),
});
