// How cases are searched for, as far as it may stand in the address: never the telephone number.

import { type CaseSearch, caseStates } from "@fieldline/protocol";

type Sort = NonNullable<CaseSearch["sort"]>;

export const sorts = [
  "reference",
  "country",
  "state",
  "attempts",
  "disposition",
  "finalCode",
  "dueAt",
] as const satisfies readonly Sort[];

export const pageSize = 25;

export interface CaseView {
  /** Part of a record's reference. */
  readonly text?: string;
  readonly state?: (typeof caseStates)[number];
  readonly country?: string;
  readonly disposition?: string;
  readonly finalCode?: string;
  readonly sort?: Sort;
  readonly down?: boolean;
  /** From 1. */
  readonly page?: number;
}

/** What of an address makes sense; the rest is left out. */
export function readCaseView(search: Readonly<Record<string, unknown>>): CaseView {
  const state = caseStates.find((one) => one === search["state"]);
  const sort = sorts.find((one) => one === search["sort"]);
  const { country, disposition } = search;
  // The router reads `?text=12` and `?finalCode=2.112` as numbers.
  const text = search["text"] === undefined ? "" : String(search["text"]);
  const finalCode = search["finalCode"] === undefined ? "" : String(search["finalCode"]);
  const page = Number(search["page"]);
  return {
    ...(text !== "" ? { text: text.slice(0, 200) } : {}),
    ...(state ? { state } : {}),
    ...(typeof country === "string" && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(typeof disposition === "string" && /^[A-Za-z]{1,60}$/.test(disposition) ? { disposition } : {}),
    ...(/^\d\.\d{1,4}$/.test(finalCode) ? { finalCode } : {}),
    ...(sort ? { sort, down: search["down"] === true } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

/** Without the page: whoever changes what is looked for begins at the first. */
export function fromTheFirst({ page: _page, ...rest }: CaseView): CaseView {
  return rest;
}
