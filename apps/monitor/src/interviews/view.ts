// How the table of interviews is looked at: filter, order, page. It stands in the address, so it can be sent on.

import { interviewStatuses } from "@fieldline/protocol";
import { type ColumnId, columnIds } from "./columns.ts";

export const pageSizes = [25, 50, 100, 500] as const;

export interface View {
  readonly status?: (typeof interviewStatuses)[number];
  readonly country?: string;
  readonly sort?: ColumnId;
  readonly down?: boolean;
  readonly page?: number;
  readonly size?: number;
}

/** What of an address makes sense; the rest is left out. */
export function readView(search: Readonly<Record<string, unknown>>): View {
  const status = interviewStatuses.find((one) => one === search["status"]);
  const sort = columnIds.find((one) => one === search["sort"]);
  const country = search["country"];
  const page = Number(search["page"]);
  const size = pageSizes.find((one) => one === Number(search["size"]));
  return {
    ...(status ? { status } : {}),
    ...(typeof country === "string" && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(sort ? { sort, down: search["down"] === true } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
    ...(size ? { size } : {}),
  };
}
