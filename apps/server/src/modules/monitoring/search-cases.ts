// Case search for supervisors: by reference, by a telephone number they were given, by how the case stands.

import { caseList, caseSearch } from "@fieldline/protocol/schemas";
import { normaliseNumber } from "@fieldline/sampling";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import type { ContactSeal } from "../samples/index.ts";
import { type Wave, waveWithCountries } from "../studies/index.ts";
import { countCases, type FoundCase, findCases } from "./search.sql.ts";

/** The number is turned into its keyed hash at once, as an import does, and compared with nothing but hashes. */
export const searchCases = (seal: ContactSeal) =>
  query({
    name: "monitoring.searchCases",
    action: "case.read",
    data: "plain",
    input: caseSearch.extend({ wave: z.string() }),
    reply: caseList,
    run: async (tx, ctx, { wave: waveId, number, country, sort, down, offset, limit, ...fits }) => {
      const { wave, countries: own } = await waveWithCountries(tx, ctx.actor, waveId);
      const countries = own.filter((one) => country === undefined || one === country);
      const hashes = number ? hashesOf(seal, number, wave, countries) : null;
      const asked = {
        waveId,
        countries,
        hashes,
        text: fits.text || undefined,
        state: fits.state,
        disposition: fits.disposition,
        finalCode: fits.finalCode,
      };
      const found = await findCases(tx, asked, { sort, down, offset, limit });
      return {
        cases: found.map(caseRow),
        total: await countCases(tx, asked),
        numberRead: hashes === null || hashes.length > 0,
      };
    },
  });

/** Written nationally, a number is one in each country that would write it so. */
function hashesOf(seal: ContactSeal, number: string, wave: Wave, countries: readonly string[]): string[] {
  const mode = wave.mode === "test" ? "test" : "live";
  const read = countries.map((country) => normaliseNumber(number, country, mode));
  const e164 = new Set(read.flatMap((one) => (one.ok ? [one.value] : [])));
  return [...e164].map((one) => Buffer.from(seal.hashOf(one)).toString("hex"));
}

const caseRow = ({ dueAt, ...found }: FoundCase) => ({ ...found, dueAt: dueAt?.toISOString() ?? null });
