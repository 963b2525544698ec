// Cases of a wave as they are searched for: a page of them for the screen, or all for a downloaded table.

import type { CaseList, CaseRow } from "@fieldline/protocol";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";
import { type CaseView, pageSize } from "./view.ts";

const atOnce = 500;

/** `number` goes in the body of the request only, and is forgotten with the page. */
const asked = ({ page: _page, ...view }: CaseView, number: string) => ({
  ...view,
  ...(number ? { number } : {}),
});

export const useCaseSearch = (wave: string, view: CaseView, number: string) =>
  useQuery({
    queryKey: ["cases", wave, view, number],
    queryFn: (): Promise<CaseList> =>
      answered(
        client.searchCases(wave, {
          ...asked(view, number),
          offset: ((view.page ?? 1) - 1) * pageSize,
          limit: pageSize,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    gcTime: 0,
  });

/** Every case that fits, in the order of the table. */
export async function everyCase(wave: string, view: CaseView, number: string): Promise<readonly CaseRow[]> {
  const byId = new Map<string, CaseRow>();
  for (let offset = 0; ; offset += atOnce) {
    const { cases, total } = await answered(
      client.searchCases(wave, { ...asked(view, number), offset, limit: atOnce }),
    );
    for (const row of cases) byId.set(row.id, row);
    if (cases.length === 0 || offset + cases.length >= total) return [...byId.values()];
  }
}
