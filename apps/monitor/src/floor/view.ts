// How the floor is looked at: filter and order. It stands in the address, so it can be sent on.

import { type DeskState, deskStates } from "@fieldline/protocol";
import { type ColumnId, columnIds } from "./columns.ts";

export interface FloorView {
  readonly state?: DeskState;
  readonly country?: string;
  /** Part of an interviewer's name or of a record's reference. */
  readonly find?: string;
  readonly sort?: ColumnId;
  readonly down?: boolean;
}

/** What of an address makes sense; the rest is left out. */
export function readFloorView(search: Readonly<Record<string, unknown>>): FloorView {
  const state = deskStates.find((one) => one === search["state"]);
  const sort = columnIds.find((one) => one === search["sort"]);
  const { country, find } = search;
  return {
    ...(state ? { state } : {}),
    ...(typeof country === "string" && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(typeof find === "string" && find !== "" ? { find } : {}),
    ...(sort ? { sort, down: search["down"] === true } : {}),
  };
}
