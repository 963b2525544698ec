// In each of the five languages: one interview by keyboard alone, and the exported row holds exactly its answers.

import type { Answer } from "@fieldline/instrument";
import { describe, expect, it } from "vitest";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { cells, exportedRow } from "./support/records.ts";
import { screenshot } from "./support/screens.ts";
import { site } from "./support/site.ts";

const households = [
  { record: "brno", country: "CZ", region: "CZ064", number: "+420 011 000 001" },
  { record: "odense", country: "DK", region: "DK03", number: "+45 13 00 00 01" },
  { record: "lyon", country: "FR", region: "FR71", number: "+33 4 65 71 00 01" },
  { record: "koeln", country: "DE", region: "DEA", number: "+49 221 4710 001" },
  { record: "leeds", country: "GB", region: "UKE", number: "+44 113 496 0001" },
];
const people: (Person & { record: string; sex: 1 | 2 })[] = [
  { name: "anna", languages: ["cs"], countries: ["CZ"], layout: "cz", record: "brno", sex: 2 },
  { name: "mette", languages: ["da"], countries: ["DK"], record: "odense", sex: 1 },
  { name: "camille", languages: ["fr"], countries: ["FR"], layout: "fr", record: "lyon", sex: 2 },
  { name: "jonas", languages: ["de"], countries: ["DE"], record: "koeln", sex: 1 },
  { name: "emily", languages: ["en"], countries: ["GB"], record: "leeds", sex: 2 },
];

describe("an interview by keyboard", async () => {
  const here = await site(households);

  it.each(people)(
    "$languages: $name interviews a household in $countries",
    async ({ record, sex, ...person }) => {
      const at = await Interviewer.atDesk(here, person);
      await at.rings();
      await screenshot(at.page, `call ${person.languages[0]}`);
      await at.begins();
      const refusesAge = record === "lyon";
      const age: Answer = refusesAge ? { missing: "refused" } : { value: 18 + record.length };
      await at.interviews({ sex: { value: sex }, age }, "perf_safety");
      await screenshot(at.page, `interview ${person.languages[0]}`);
      await at.interviews({});
      await at.saved();
      const answers = at.state?.answers ?? {};
      await at.closesAsProposed();

      const row = await exportedRow(here, record);
      expect(row).toMatchObject({ country: person.countries[0], language: person.languages[0] });
      expect(row).toMatchObject(cells(answers));
      expect(row?.["age_band_asked"] === "96").toBe(!refusesAge);
    },
  );
});
