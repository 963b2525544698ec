// The rows of the quota board: its cells and how the countries stand, all of them or those that the news may have changed.

import type { Instant } from "@fieldline/kernel";
import type { CountryStanding, QuotaCellBody } from "@fieldline/protocol";
import type { Audience, ChangedRows, StreamContext, Touched } from "../../platform/live/stream.ts";
import type { ReadTx } from "../../platform/tx.ts";
import type { Wave } from "../studies/index.ts";
import { cellBody } from "./cell-body.ts";
import { standingsOf } from "./standings.ts";

export interface BoardRows {
  readonly cells: QuotaCellBody[];
  readonly countries: CountryStanding[];
}

interface Seen {
  readonly wave: Wave;
  readonly countries: readonly string[];
  readonly fieldNow: Instant;
}

export const wholeBoard = async (tx: ReadTx, seen: Seen): Promise<BoardRows> => ({
  cells: await cellsOf(tx, seen, null),
  countries: await standingsOf(tx, seen),
});

/** A plan touches everything; an interview that counts, or a country's new goal, how the country stands. */
export async function boardSince(
  tx: ReadTx,
  ctx: StreamContext,
  { waveId, countries }: Audience,
  touched: readonly Touched[] | null,
): Promise<ChangedRows> {
  const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId } });
  const seen = { wave, countries, fieldNow: ctx.fieldNow(wave) };
  if (touched === null || touched.some(({ topic }) => topic === "plan")) {
    const plan = { id: "plan", version: wave.quotaPlanVersion };
    return { rows: { plan: [plan], ...(await wholeBoard(tx, seen)) } };
  }
  if (touched.length === 0) return { rows: { countries: await standingsOf(tx, seen) } };
  const marks = touched.filter(({ topic }) => topic === "cells");
  const cells =
    marks.length === 0 ? [] : await cellsOf(tx, seen, marks.some(namesNone) ? null : marks.flatMap(idsOf));
  const moved = new Set(touched.filter(({ topic }) => topic === "interviews").map(({ country }) => country));
  const stand = moved.has(null) ? countries : countries.filter((country) => moved.has(country));
  return { rows: { cells, countries: await standingsOf(tx, { ...seen, countries: stand }) } };
}

const namesNone = ({ ids }: Touched): boolean => ids.length === 0;
const idsOf = ({ ids }: Touched): readonly string[] => ids;

async function cellsOf(
  tx: ReadTx,
  { wave, countries }: Seen,
  ids: readonly string[] | null,
): Promise<QuotaCellBody[]> {
  const rows = await tx.quotaCell.findMany({
    where: {
      waveId: wave.id,
      country: { in: [...countries] },
      ...(ids === null ? {} : { id: { in: [...new Set(ids)] } }),
    },
    orderBy: { id: "asc" },
  });
  return rows.map(cellBody);
}
