// The first start: a database without people gets the bundled study and people whose passwords are printed once.

import type { QueryConfig } from "pg";
import type { Platform } from "../platform/platform.ts";

/** A number that no other lock has; the same in every server, so that of several started at once one sets up and the others wait. */
const firstRunLock = 5_481_120_703;
const recordsPerCountry = 4_000;

export interface FirstRunOptions {
  readonly say: (line: string) => void;
  readonly perCountry?: number;
}

/**
 * People are added last and all in one transaction, so people there means that nothing is left to do, and a run
 * that was killed is completed by the next. Passwords are said at once: whatever fails afterwards, they are known.
 */
export const firstRun =
  ({ say, perCountry = recordsPerCountry }: FirstRunOptions) =>
  async (platform: Platform): Promise<void> => {
    if (await hasPeople(platform)) return;
    const lock = await platform.database.pool.connect();
    try {
      await lock.query("SET statement_timeout = 0");
      await lock.query(patiently({ text: "SELECT pg_advisory_lock($1)", values: [firstRunLock] }));
      if (await hasPeople(platform)) return;
      say("First start: setting up the study of 2008 as a test wave. This takes a few seconds.");
      const [{ setUpBundledStudy }, { addFirstPeople }] = await Promise.all([
        import("./bundled-study.ts"),
        import("./people.ts"),
      ]);
      const studyId = await setUpBundledStudy(platform, perCountry);
      for (const line of await addFirstPeople(platform, studyId)) say(line);
    } finally {
      lock.release(true);
    }
  };

/** Another server may take a while to set up; the connection must not be given up as silent meanwhile. */
const patiently = (statement: QueryConfig): QueryConfig & { query_timeout: number } => ({
  ...statement,
  query_timeout: 600_000,
});

/** Past Prisma and without the study, for every start asks this, and all but the first need neither yet. */
async function hasPeople({ database }: Platform): Promise<boolean> {
  const { rows } = await database.pool.query<{ some: boolean }>(
    "SELECT EXISTS (SELECT FROM app_user) AS some",
  );
  return rows[0]?.some === true;
}
