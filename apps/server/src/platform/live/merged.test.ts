// Of two looks at the same rows the later one stands.

import { expect, it } from "vitest";
import { merged } from "./merged.ts";

const row = (id: string, target: number) => ({ id, target });

it("keeps what only one of them saw", () => {
  const both = merged({ rows: { countries: [row("DK", 1)] } }, { rows: { cells: [row("DK/sex/M", 2)] } });
  expect(both).toEqual({ rows: { countries: [row("DK", 1)], cells: [row("DK/sex/M", 2)] } });
});

it("takes a row as the later one saw it", () => {
  const both = merged({ rows: { cells: [row("a", 1), row("b", 1)] } }, { rows: { cells: [row("a", 2)] } });
  expect(both.rows["cells"]).toEqual([row("b", 1), row("a", 2)]);
});

it("never says of one row that it is there and gone", () => {
  expect(
    merged({ rows: {}, gone: { desks: ["mette", "lars"] } }, { rows: { desks: [row("mette", 1)] } }),
  ).toEqual({ rows: { desks: [row("mette", 1)] }, gone: { desks: ["lars"] } });
  expect(merged({ rows: { desks: [row("mette", 1)] } }, { rows: {}, gone: { desks: ["mette"] } })).toEqual({
    rows: {},
    gone: { desks: ["mette"] },
  });
});
