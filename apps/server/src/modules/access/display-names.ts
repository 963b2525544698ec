// The names of people as screens show them.

import type { ReadTx } from "../../platform/tx.ts";

/** Display names by user id; ids that are nobody's are missing. Any data class may ask. */
export async function displayNames(
  tx: ReadTx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: known } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map(({ id, displayName }) => [id, displayName]));
}
