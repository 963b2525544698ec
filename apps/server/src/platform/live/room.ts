// A room: those who watch the same. It sends a snapshot to who comes in, then what changed, in one unbroken chain.

import { type Instant, toIso } from "@fieldline/kernel";
import type { NewsDelta, NewsMessage, NewsSnapshot } from "@fieldline/protocol";
import type { ReadTx } from "../tx.ts";
import { inTurn } from "./in-turn.ts";
import { merged } from "./merged.ts";
import type { News } from "./news.sql.ts";
import type { Audience, ChangedRows, Stream, StreamContext, Touched } from "./stream.ts";
import type { Progress } from "./tail.ts";
import { together } from "./touched.ts";

export interface RoomParts {
  readonly stream: Stream;
  readonly audience: Audience;
  readonly progress: Progress;
  /** Machine time. */
  readonly now: () => Instant;
  /** One READ ONLY transaction. */
  readonly read: <Value>(work: (tx: ReadTx, ctx: StreamContext) => Promise<Value>) => Promise<Value>;
  /** News of the audience between two stamps; null where they are not kept any more. */
  readonly since: (after: number, upTo: number) => Promise<readonly News[] | null>;
  /** Sends to those named, or to everybody in the room; encoded once. */
  readonly send: (message: NewsMessage, only?: readonly string[]) => void;
  readonly onFailure: (error: unknown) => void;
}

export interface Newcomer {
  readonly id: string;
  /** The stamp this page has come to; undefined where it has nothing yet. */
  readonly after: number | undefined;
  /** Called when it is in, just before it is sent its first message. */
  readonly enter: () => void;
}

/** Milliseconds between two deltas at least. */
const coalesce = 200;
/** Milliseconds after a failed read. */
const tryAgain = 500;
/** Milliseconds of silence after which a room says that nothing changed. */
const lifeSign = 3_000;
/** Milliseconds after which rows that change with time alone are sent again. */
const byTime = 60_000;
/** Somebody who has missed more news than this is better served with everything. */
const tooMany = 10_000;

interface Waiting extends Newcomer {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Change {
  readonly touched: readonly Touched[];
  /** Whether rows that change with time alone are sent, too. */
  readonly timed: boolean;
}

const nothing: ChangedRows = { rows: {} };
const rowsOf = ({ rows }: ChangedRows) => rows as NewsSnapshot["rows"];
const goneOf = ({ gone }: ChangedRows) => (gone ? { gone: gone as NonNullable<NewsDelta["gone"]> } : {});

type Frame = Pick<NewsSnapshot, "stream" | "waveId" | "countries" | "upTo" | "asOf">;

export class Room {
  readonly #parts: RoomParts;
  readonly #turn = inTurn();
  readonly #members = new Set<string>();
  #waiting: Waiting[] = [];
  /** Somebody is being let in: neither waiting any more nor a member yet. */
  #admitting = false;
  /** The end of the chain: what members have been sent. */
  #sent: number;
  #touched: Touched[] = [];
  #planned: NodeJS.Timeout | undefined;
  #flushedAt = Number.NEGATIVE_INFINITY;
  #timedAt = performance.now();
  #broken = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#sent = parts.progress.upTo() ?? 0;
  }

  get isEmpty(): boolean {
    return this.#members.size === 0 && this.#waiting.length === 0 && !this.#admitting;
  }

  /** Lets somebody in; those who come at the same time share what is read. @throws what reading failed with */
  join(newcomer: Newcomer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...newcomer, resolve, reject });
      if (this.#waiting.length === 1) void this.#turn(() => this.#admit());
    });
  }

  leave(id: string): void {
    this.#members.delete(id);
  }

  /** Of these news, in the order of stamps, the tail has just heard; they concern the audience. */
  hear(news: readonly News[]): void {
    this.#touched = together([...this.#touched, ...news]);
    this.#plan(coalesce);
  }

  /** The chain is broken: everybody gets everything, and nothing before that. */
  startAgain(): void {
    this.#broken = true;
    void this.#turn(() => this.#refill());
  }

  /** Called about once a second. */
  tick(): void {
    const now = performance.now();
    if (this.#members.size === 0 || !this.#parts.progress.isHealthy()) return;
    if (now - this.#flushedAt >= lifeSign || now - this.#timedAt >= byTime) this.#plan(0);
  }

  close(): void {
    clearTimeout(this.#planned);
  }

  #plan(apart: number): void {
    if (this.#planned) return;
    const wait = Math.max(0, this.#flushedAt + apart - performance.now());
    const run = () => {
      this.#planned = undefined;
      return this.#flush().catch((error: unknown) => {
        this.#parts.onFailure(error);
        this.#plan(tryAgain);
      });
    };
    this.#planned = setTimeout(() => void this.#turn(run), wait).unref();
  }

  /** Sends what changed since the last time; without any change it says so. */
  async #flush(): Promise<void> {
    const touched = this.#touched;
    const upTo = this.#parts.progress.upTo() ?? this.#sent;
    const timed = performance.now() - this.#timedAt >= byTime;
    this.#flushedAt = performance.now();
    if (this.#broken || this.isEmpty) return;
    this.#touched = [];
    const delta = await this.#delta(this.#sent, upTo, { touched, timed }).catch((error: unknown) => {
      this.#touched = together([...touched, ...this.#touched]);
      throw error;
    });
    if (timed) this.#timedAt = this.#flushedAt;
    this.#sent = upTo;
    this.#parts.send(delta);
  }

  async #admit(): Promise<void> {
    const furthest = Math.max(...this.#waiting.map(({ after }) => after ?? 0));
    if (furthest > this.#sent) await this.#flush().catch(this.#parts.onFailure);
    const newcomers = this.#waiting;
    this.#waiting = [];
    this.#admitting = true;
    for (const after of new Set(newcomers.map((newcomer) => newcomer.after))) {
      const group = newcomers.filter((newcomer) => newcomer.after === after);
      try {
        const message = await this.#welcome(after);
        for (const { id, enter } of group) {
          this.#members.add(id);
          enter();
        }
        this.#parts.send(
          message,
          group.map(({ id }) => id),
        );
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#admitting = false;
  }

  async #welcome(after: number | undefined): Promise<NewsMessage> {
    const missed = this.#sent - (after ?? Number.NaN);
    if (after !== undefined && missed >= 0 && missed <= tooMany && this.#parts.progress.isHealthy()) {
      const touched = await this.#parts.since(after, this.#sent);
      if (touched) return this.#delta(after, this.#sent, { touched: together(touched), timed: true });
    }
    return this.#snapshot();
  }

  async #refill(): Promise<void> {
    this.#touched = [];
    this.#sent = this.#parts.progress.upTo() ?? 0;
    try {
      if (this.#members.size > 0) this.#parts.send(await this.#snapshot());
      this.#broken = false;
    } catch (error) {
      this.#parts.onFailure(error);
      setTimeout(() => this.startAgain(), tryAgain).unref();
    }
  }

  /** Reads after the end of the chain was taken, so that nothing before it is missing. */
  async #snapshot(): Promise<NewsSnapshot> {
    const upTo = this.#sent;
    const { stream, audience, read } = this.#parts;
    return read(async (tx, ctx) => {
      const everything = await stream.rows(tx, ctx, audience, null);
      return { ...this.#frame(upTo, ctx), kind: "snapshot", rows: rowsOf(everything) };
    });
  }

  async #delta(after: number, upTo: number, { touched, timed }: Change): Promise<NewsDelta> {
    const { stream, audience, read, now } = this.#parts;
    if (touched.length === 0 && !timed) {
      return { ...this.#frame(upTo, { machineNow: now() }), kind: "delta", after, rows: {} };
    }
    return read(async (tx, ctx) => {
      const aged = timed ? await stream.rows(tx, ctx, audience, []) : nothing;
      const changed = touched.length > 0 ? await stream.rows(tx, ctx, audience, touched) : nothing;
      const both = merged(aged, changed);
      return { ...this.#frame(upTo, ctx), kind: "delta", after, rows: rowsOf(both), ...goneOf(both) };
    });
  }

  #frame(upTo: number, { machineNow }: Pick<StreamContext, "machineNow">): Frame {
    const { stream, audience } = this.#parts;
    const { waveId, countries } = audience;
    return { stream: stream.name, waveId, countries: [...countries], upTo, asOf: toIso(machineNow) };
  }
}
