// Whether a running database still has what this version needs: it may have been replaced by an older or empty one.

import type pg from "pg";

const noSuchTable = "42P01";

/** Migrations of a newer version do no harm here: while servers are updated in turn, old and new ones share them. */
export async function migrationsMissing(
  client: Pick<pg.Client, "query">,
  needed: readonly string[],
): Promise<boolean> {
  try {
    const { rows } = await client.query<{ there: number }>(
      `SELECT count(DISTINCT migration_name)::int AS there FROM public._prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL AND migration_name = ANY($1)`,
      [needed],
    );
    return rows[0]?.there !== needed.length;
  } catch (error) {
    if ((error as { code?: string }).code === noSuchTable) return true;
    throw error;
  }
}
