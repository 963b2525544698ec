// The orders units can come in: as listed, with rotated groups in every order the lot can give.

import type { InstrumentDraft } from "../draft.ts";
import type { Block } from "../types.ts";

/** Up to six groups (720 orders) are tried in full; more are not judged. */
const mostGroups = 6;

function permutations<T>(values: readonly T[]): readonly (readonly T[])[] {
  if (values.length <= 1) return [values];
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

/** Rotated units share the places that any of them holds; the others stay where they are. */
function ordersOfBlock({ units, rotated = [] }: Block): readonly (readonly string[])[] {
  const moving = new Set(rotated.flat());
  return permutations(rotated).map((groups) => {
    const queue = groups.flat().filter((unit) => units.includes(unit));
    return units.map((unit) => (moving.has(unit) ? (queue.shift() ?? unit) : unit));
  });
}

/** Orders of all units, blocks in turn; `null` where there are too many to try. */
export function unitOrders(draft: InstrumentDraft): readonly (readonly string[])[] | null {
  let orders: readonly (readonly string[])[] = [[]];
  for (const block of draft.blocks) {
    if ((block.rotated ?? []).length > mostGroups) return null;
    const ofBlock = ordersOfBlock(block);
    if (orders.length * ofBlock.length > 720) return null;
    orders = orders.flatMap((before) => ofBlock.map((after) => [...before, ...after]));
  }
  return orders;
}
