// The first start: a database without people gets the bundled study and people whose passwords are printed once.

import { studyCountries } from "@fieldline/study-2008";
import type { QueryConfig } from "pg";
import { addUsers } from "../modules/access/index.ts";
import { systemActor } from "../platform/actor.ts";
import type { Platform } from "../platform/platform.ts";
import { setUpBundledStudy } from "./bundled-study.ts";
import { type FirstPerson, firstPeople } from "./people.ts";

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
  async (platform: Platform): Promise<readonly string[]> => {
    if (await hasPeople(platform)) return [];
    const lock = await platform.database.pool.connect();
    try {
      await lock.query("SET statement_timeout = 0");
      await lock.query(patiently({ text: "SELECT pg_advisory_lock($1)", values: [firstRunLock] }));
      if (await hasPeople(platform)) return [];
      say("First start: setting up the study of 2008 as a test wave. This takes a few seconds.");
      const studyId = await setUpBundledStudy(platform, perCountry);
      for (const line of await addFirstPeople(platform, studyId)) say(line);
      return [];
    } finally {
      lock.release(true);
    }
  };

/** Another server may take a while to set up; the connection must not be given up as silent meanwhile. */
const patiently = (statement: QueryConfig): QueryConfig & { query_timeout: number } => ({
  ...statement,
  query_timeout: 600_000,
});

const hasPeople = async (platform: Platform): Promise<boolean> =>
  (await platform.database.read("plain", (tx) => tx.user.count())) > 0;

async function addFirstPeople(platform: Platform, studyId: string): Promise<string[]> {
  const people = firstPeople.map(({ role, countries, languages, ...person }) => ({
    ...person,
    roles: [role],
    languages: [...languages],
    scopes: countries.map((country) => ({ studyId, country })),
  }));
  const added = await platform.execute(addUsers, { actor: systemActor, commandId: null, input: { people } });
  const lines = added.people.map(({ name, password }) => {
    const person = firstPeople.find((one) => one.name === name);
    return `  ${name.padEnd(20)} ${password}   ${person ? whatFor(person) : ""}`;
  });
  return ["Names and passwords, shown this once (npm run users -- reset NAME makes a new one):", ...lines];
}

/** Role and languages; the countries of whoever does not interview and sees only some. */
function whatFor({ role, languages, countries }: FirstPerson): string {
  if (languages.length > 0) return `${role} ${languages.join(", ")}`;
  return countries.length < studyCountries.length ? `${role}, only ${countries.join(", ")}` : role;
}
