// What a fault has before it: servers, lines, database, clock and desks of a round, and randomness from its seed.

import type { Random } from "@fieldline/kernel";
import type { TcpProxy } from "../../integration/support/tcp-proxy.ts";
import type { Ground } from "../support/ground.ts";
import type { FaultyServer } from "../support/server.ts";

export interface Scene {
  readonly ground: Ground;
  readonly servers: readonly FaultyServer[];
  /** The line to each server, in their order. */
  readonly proxies: readonly TcpProxy[];
  readonly random: Random;
  /** Machine time of all servers is moved by so much; field time stands, or nobody could be rung for the hour. */
  stepClock(ms: number): Promise<void>;
  /** Field time of the round's waves stands here from now on. */
  fieldTime(iso: string): Promise<void>;
  /** Lets the desks go on until so much more is acknowledged. @throws when it is not, in the time a round has */
  goOn(more: number): Promise<void>;
  /** Lets the desks go on for so many milliseconds, whether anything is acknowledged or not. */
  quiet(ms: number): Promise<void>;
  /** Holds a desk where it is, somewhere between two requests. @returns what lets it go on */
  hold(): { readonly userId: string; readonly letGo: () => void };
}

export interface FaultKind {
  /** What it really is, for the table. */
  readonly says: string;
  /** Strikes, and resolves when the fault has passed. @returns the particulars, for the schedule as it was played */
  strike(scene: Scene): Promise<string>;
}

export const oneOf = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** A whole number from `least` to `most`. */
export const between = (least: number, most: number, random: Random): number =>
  least + Math.floor(random() * (most - least + 1));
