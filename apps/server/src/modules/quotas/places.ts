// The places of interviews: taken in every cell of a person or in none, moved, filled, freed.

import type { InterviewState, Verdict } from "@fieldline/interview";
import type { InterviewId } from "@fieldline/kernel";
import { cellsOf, confirm, extend, free, type QuotaPlan, reserve, withdraw } from "@fieldline/quota";
import type { Sql } from "../../platform/db/sql.ts";
import type { Told } from "../../platform/live/tell.ts";
import { type Holder, Ledger } from "./ledger.ts";
import { plansOf } from "./plan.ts";

/** How a completed interview counts. `overQuota`: kept, not counted. `noPlan`: counted, there are no cells. */
export type Fate = "counted" | "overQuota" | "noPlan";

/** Decisions about places, each seeing those before it. */
export interface Places {
  /**
   * The verdict for a person whose quota questions are answered; a place is reserved in all their cells, or in none.
   * An interview that holds places moves: cells it stays in need no room. Where a new one is full, all are freed,
   * since the answers no longer belong there.
   */
  decide(holder: Holder, person: InterviewState): Verdict;
  /** Fills the places of a completed interview; without any (its lease ran out) it takes those that are left. */
  confirm(holder: Holder, person: InterviewState): Fate;
  /** Gives the reserved places of an interview free, if it has any. */
  free(holder: Holder): void;
  /** The interview is void: it gives back what it holds, and is counted no more. */
  withdraw(holder: Holder): void;
  /** A sign of life of the interview: its reserved places are kept longer. */
  keepLonger(holder: Holder): void;
}

export interface Placed<Value> {
  readonly value: Value;
  /** For whoever watches; to be told in the same transaction. */
  readonly news: readonly Told[];
}

/**
 * Locks the places of these interviews and all cells of their countries, lets `work` decide, and writes what came of
 * it. Cells are counted while they are locked, never before; the database's own check stands behind that.
 */
export async function withPlaces<Value>(
  sql: Sql,
  holders: readonly Holder[],
  work: (places: Places) => Value,
): Promise<Placed<Value>> {
  const ledger = await Ledger.open(sql, holders);
  const plans = await plansOf(sql, [...new Set(holders.map(({ waveId }) => waveId))]);
  const value = work(placesOn(ledger, plans));
  return { value, news: await ledger.write(sql) };
}

function placesOn(ledger: Ledger, plans: ReadonlyMap<string, QuotaPlan>): Places {
  const places: Places = {
    decide: (holder, person) => {
      const plan = plans.get(holder.waveId);
      if (!plan) return "noPlan";
      const belonging = cellsOf(plan, person);
      if (belonging.kind !== "cells") {
        places.free(holder);
        return "noPlace";
      }
      const { book, verdict } = reserve(ledger.bookFor(holder), idOf(holder), belonging.cells, holder.now);
      ledger.put(holder, book);
      return verdict;
    },
    confirm: (holder, person) => {
      const plan = plans.get(holder.waveId);
      if (!plan) return "noPlan";
      const belonging = cellsOf(plan, person);
      const cells = belonging.kind === "cells" ? belonging.cells : null;
      const { book, fate } = confirm(ledger.bookFor(holder), idOf(holder), cells);
      ledger.put(holder, book);
      return fate;
    },
    free: (holder) => ledger.put(holder, free(ledger.bookFor(holder), idOf(holder))),
    withdraw: (holder) => ledger.put(holder, withdraw(ledger.bookFor(holder), idOf(holder))),
    keepLonger: (holder) => ledger.put(holder, extend(ledger.bookFor(holder), idOf(holder), holder.now)),
  };
  return places;
}

const idOf = ({ interviewId }: Holder): InterviewId => interviewId as InterviewId;
