// A stream of rows that a room of the server offers to watchers: which news concern it, and what its rows say now.

import type { Instant } from "@fieldline/kernel";
import type { StreamName } from "@fieldline/protocol";
import type { WaveTime } from "../clocks.ts";
import type { DataClass } from "../data-class.ts";
import type { ReadTx } from "../tx.ts";
import type { Topic } from "./tell.ts";

/**
 * Who is sent the same: those who watch the same wave and may see the same of its countries; of a personal stream one
 * person alone, on however many pages.
 */
export interface Audience {
  readonly waveId: string;
  /** Of the wave's countries those within reach, sorted; never empty. */
  readonly countries: readonly string[];
  /** Whose it is; absent where it is nobody's in particular. */
  readonly userId?: string;
}

/** News that concern an audience; null where the news named no country or no user. */
export interface Touched {
  readonly topic: Topic;
  readonly country: string | null;
  readonly userId: string | null;
  readonly ids: readonly string[];
}

/** Whole rows by table, and ids of rows that are no longer there. A table without changes may be left out. */
export interface ChangedRows {
  readonly rows: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly gone?: Readonly<Record<string, readonly string[]>>;
}

/** The audience that somebody within this reach belongs to. */
export const audienceIn = (
  { personal }: Pick<Stream, "personal">,
  reach: Audience,
  userId: string,
): Audience => (personal ? { ...reach, userId } : reach);

export interface StreamContext {
  readonly machineNow: Instant;
  /** Present field time of a wave. */
  readonly fieldNow: (wave: WaveTime) => Instant;
}

export interface Stream {
  readonly name: StreamName;
  /** News of other topics leave its rows as they are. */
  readonly topics: readonly Topic[];
  /** Each person is sent rows of their own and hears news that name them, nobody else's. */
  readonly personal?: true;
  /** What its rows are read under: `plain` unless it says so. Rows hold no contact data whatever they are read under. */
  readonly data?: DataClass;
  /**
   * Rows as they stand in this transaction, and never of a country outside the audience. `null` asks for all of them,
   * an empty list for those that change with time alone, otherwise for those that the news may have changed: rather
   * one too many than one too few, since sending a row again does no harm.
   */
  rows(
    tx: ReadTx,
    ctx: StreamContext,
    audience: Audience,
    touched: readonly Touched[] | null,
  ): Promise<ChangedRows>;
}
