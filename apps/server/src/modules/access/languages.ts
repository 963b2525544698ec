// The languages a person interviews in.

import type { ReadTx } from "../../platform/tx.ts";

/** The best first. Level: 1 enough, 2 fluent, 3 native. */
export function languagesOf(
  tx: ReadTx,
  userId: string,
): Promise<{ readonly language: string; readonly level: number }[]> {
  return tx.userLanguage.findMany({
    where: { userId },
    select: { language: true, level: true },
    orderBy: [{ level: "desc" }, { language: "asc" }],
  });
}
