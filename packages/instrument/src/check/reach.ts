// Reachability: every unit can be asked of somebody, and somebody can come to the end.

import { variablesOf } from "../conditions.ts";
import { closedUnits, type InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { Condition, Unit } from "../types.ts";
import { unitOrders } from "./orders.ts";
import { placeOf } from "./places.ts";
import { searchOf } from "./search.ts";
import { askedBy } from "./variables.ts";

type Filtered = Unit & { readonly when: Condition };
const isFiltered = (unit: Unit): unit is Filtered => unit.when !== undefined;

/** A filter that looks at a unit which the lot may put before or after it. */
function byLot(
  draft: InstrumentDraft,
  filtered: readonly Filtered[],
  orders: readonly (readonly string[])[],
): Finding[] {
  const asking = new Map(askedBy(draft).map(({ variable, unit }) => [variable, unit.id]));
  return filtered.flatMap((unit) =>
    variablesOf(unit.when).flatMap((variable) => {
      const asker = asking.get(variable);
      if (asker === undefined || asker === unit.id) return [];
      const before = orders.map((order) => order.indexOf(asker) < order.indexOf(unit.id));
      return before.includes(true) && before.includes(false)
        ? [finding("instrument.conditionDependsOnRotation", `${placeOf(unit)}/when`, { variable })]
        : [];
    }),
  );
}

/** A screening rule that lets nobody on. */
function completion(draft: InstrumentDraft, order: readonly string[]): Finding[] {
  const { possible } = searchOf(draft);
  return draft.screening
    .filter(
      ({ after, when }) =>
        order.includes(after) && !possible({ not: when }, order.slice(0, order.indexOf(after) + 1), null),
    )
    .map(({ after }) => finding("instrument.routeCannotEnd", `screening/${after}`, { lacks: "complete" }));
}

export function checkReach(draft: InstrumentDraft): readonly Finding[] {
  const orders = unitOrders(draft);
  const filtered = closedUnits(draft).filter(isFiltered);
  const search = searchOf(draft);
  const first = orders?.[0] ?? draft.blocks.flatMap(({ units }) => units);
  if (!orders) return completion(draft, first);
  const unreachable = filtered.filter(
    (unit) => first.includes(unit.id) && !orders.some((order) => search.possible(unit.when, order, unit.id)),
  );
  return [
    ...unreachable.map((unit) =>
      finding("instrument.unitUnreachable", placeOf(unit), { variables: variablesOf(unit.when).join(", ") }),
    ),
    ...byLot(draft, filtered, orders),
    ...completion(draft, first),
  ];
}
