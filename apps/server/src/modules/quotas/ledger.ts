// The book of places opened on locked rows: what is decided in it is reckoned in memory and written back at once.

import { type Instant, type InterviewId, instant, toIso } from "@fieldline/kernel";
import type { CellId, CellPolicy, Finished, QuotaBook, QuotaCell, Reservation } from "@fieldline/quota";
import type { Sql } from "../../platform/db/sql.ts";
import type { Told } from "../../platform/live/tell.ts";
import {
  type CellCounts,
  type CellRow,
  deletePlaces,
  lockCells,
  lockPlaces,
  type PlaceRow,
  type WrittenPlace,
  writeCells,
  writePlaces,
} from "./book.sql.ts";

/** An interview that holds, wants or gives back places. */
export interface Holder {
  readonly interviewId: string;
  readonly waveId: string;
  readonly country: string;
  /** Machine time. */
  readonly now: Instant;
}

type Cells = ReadonlyMap<CellId, QuotaCell>;
type Place = Reservation | Finished | null;

const keyOf = ({ waveId, country }: Pick<Holder, "waveId" | "country">) => `${waveId}/${country}`;

/** The cells of some countries and the places of some interviews, all locked until the transaction ends. */
export class Ledger {
  readonly #before = new Map<string, Cells>();
  readonly #cells = new Map<string, Cells>();
  readonly #places = new Map<string, { readonly holder: Holder; place: Place; changed: boolean }>();

  static async open(sql: Sql, holders: readonly Holder[]): Promise<Ledger> {
    const ledger = new Ledger();
    const places = await lockPlaces(
      sql,
      holders.map(({ interviewId }) => interviewId),
    );
    const countries = [...new Map(holders.map((holder) => [keyOf(holder), holder])).values()];
    const cells = await lockCells(sql, countries);
    for (const one of countries) {
      const own = cells.filter(({ wave_id, country }) => wave_id === one.waveId && country === one.country);
      const book = new Map(own.map((row) => [row.id as CellId, cellOf(row)]));
      ledger.#before.set(keyOf(one), book);
      ledger.#cells.set(keyOf(one), book);
    }
    const held = new Map(places.map((row) => [row.interview_id, placeOf(row)]));
    for (const holder of holders) {
      const place = held.get(holder.interviewId) ?? null;
      ledger.#places.set(holder.interviewId, { holder, place, changed: false });
    }
    return ledger;
  }

  /** The book as one interview sees it: the cells of its country, and its own place. */
  bookFor({ interviewId, waveId, country }: Holder): QuotaBook {
    const id = interviewId as InterviewId;
    const place = this.#places.get(interviewId)?.place ?? null;
    return {
      cells: this.#cells.get(keyOf({ waveId, country })) ?? new Map(),
      reserved: new Map(place && "until" in place ? [[id, place]] : []),
      finished: new Map(place && "kind" in place ? [[id, place]] : []),
    };
  }

  /** Takes over what was reckoned for one interview. */
  put(holder: Holder, book: QuotaBook): void {
    const id = holder.interviewId as InterviewId;
    const entry = this.#places.get(holder.interviewId);
    if (!entry) throw new Error(`The places of interview ${holder.interviewId} are not locked.`);
    this.#cells.set(keyOf(holder), book.cells);
    entry.place = book.finished.get(id) ?? book.reserved.get(id) ?? null;
    entry.changed = true;
  }

  /** Writes what changed. @returns the news of it */
  async write(sql: Sql): Promise<readonly Told[]> {
    const changed = [...this.#before].flatMap(([key, before]) =>
      changesOf(key, before, this.#cells.get(key)),
    );
    if (changed.length > 0 && (await writeCells(sql, changed)) < changed.length) {
      throw new Error("A locked quota cell was changed by somebody else.");
    }
    const entries = [...this.#places.values()].filter((one) => one.changed);
    const kept = entries.flatMap(({ holder, place }) => writtenPlace(holder, place));
    if (kept.length > 0) await writePlaces(sql, kept);
    const gone = entries.filter(({ holder, place }) => writtenPlace(holder, place).length === 0);
    if (gone.length > 0) {
      await deletePlaces(
        sql,
        gone.map(({ holder }) => holder.interviewId),
      );
    }
    return [...this.#before.keys()].flatMap((key) => {
      const [waveId = "", country = ""] = key.split("/");
      const ids = changed.flatMap((one) => (keyOfCell(one) === key ? [one.id] : []));
      return ids.length > 0 ? [{ topic: "cells" as const, waveId, country, ids }] : [];
    });
  }
}

/** Ids of cells begin with their country. */
const keyOfCell = ({ wave_id, id }: CellCounts) => `${wave_id}/${id.split("/")[0]}`;

function changesOf(key: string, before: Cells, after: Cells = before): CellCounts[] {
  const wave_id = key.split("/")[0] ?? "";
  return [...after].flatMap(([id, { completed, reserved, cap }]) => {
    const was = before.get(id);
    if (!was || (was.completed === completed && was.reserved === reserved && was.cap === cap)) return [];
    return [
      { wave_id, id, completed, reserved, cap, was_completed: was.completed, was_reserved: was.reserved },
    ];
  });
}

function cellOf({ wave_id: _wave, ...row }: CellRow): QuotaCell {
  return { ...row, id: row.id as CellId, policy: row.policy as CellPolicy };
}

function placeOf({ cells, state, since, expires_at }: PlaceRow): Place {
  const own = cells as readonly CellId[];
  if (state === "completed") return { kind: "counted", cells: own };
  return { cells: own, since: instant(since.getTime()), until: instant(expires_at.getTime()) };
}

/** Nothing for an interview without a place: over quota, or free again. */
function writtenPlace({ interviewId, waveId, now }: Holder, place: Place): WrittenPlace[] {
  if (!place || ("kind" in place && place.kind === "overQuota")) return [];
  const own = { interview_id: interviewId, wave_id: waveId, cells: place.cells };
  if ("kind" in place) return [{ ...own, state: "completed", since: toIso(now), expires_at: toIso(now) }];
  return [{ ...own, state: "reserved", since: toIso(place.since), expires_at: toIso(place.until) }];
}
