// Language is not country: a Danish household interviewed in English hears of Denmark's regions and schools.

import { describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer } from "./support/interviewer.ts";
import { caseOf, cells, exportedRow } from "./support/records.ts";
import { site } from "./support/site.ts";

const freja = { name: "freja", languages: ["da", "en"], countries: ["DK", "GB"] };
const danishRegions = ["Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland"];
const ofBritain = /United Kingdom|GCSE|O-levels|A-levels|Highers|Yorkshire/;

describe("a Danish household, an interviewer who speaks Danish and English", async () => {
  const here = await site([]);

  it("begins in Danish and goes on in English from the middle", async () => {
    await here.field.households([{ record: "odense", region: "DK03", number: danishNumber(1, 1) }]);
    const at = await Interviewer.atDesk(here, freja);
    await at.rings();
    await at.begins();
    const says = { sex: { value: 2 }, age: { value: 52 }, educ: { value: 1 }, region: { value: "DK03" } };
    await at.interviews(says, "region");
    await at.seesQuestion();
    expect(at.seen.at(-1)).toContain("Hvilken region bor du i?");
    await at.interviews(says, "will_safety");
    await at.switchesTo("en", 1);
    await at.interviews(says, "educ");
    await at.seesQuestion();
    expect(at.seen.at(-1)).toContain("basic school (folkeskole) or less");
    await at.interviews(says);
    await at.saved();
    const answers = at.state?.answers ?? {};
    await at.closesAsProposed();

    expect(at.seen.join("\n")).not.toMatch(ofBritain);
    expect((await caseOf(here, "odense")).interviews).toEqual(["completed en"]);
    const row = await exportedRow(here, "odense");
    expect(row).toMatchObject({ country: "DK", language: "en", region: "DK03", educ: "1" });
    expect(row).toMatchObject(cells(answers));
  });

  it("begins in English, is asked for Danish regions and schools, and ends in Danish", async () => {
    await here.field.households([{ record: "aarhus", region: "DK04", number: danishNumber(2, 2) }]);
    const at = await Interviewer.atDesk(here, freja);
    await at.takesCase();
    await at.willSpeak("en");
    await at.dials();
    await at.begins();
    const says = { sex: { value: 1 }, age: { value: 33 }, region: { value: "DK05" } };
    await at.interviews(says, "region");
    await at.seesQuestion();
    expect(at.seen.at(-1)).toContain("Which region of Denmark do you live in?");
    for (const region of danishRegions) expect(at.seen.at(-1)).toContain(region);
    await at.interviews(says, "educ");
    await at.seesQuestion();
    expect(at.seen.at(-1)).toContain("upper secondary school (gymnasium) or vocational training");
    await at.switchesTo("da", 1);
    expect(at.seen.at(-1)).toContain("gymnasial eller erhvervsfaglig uddannelse");
    await at.interviews(says);
    await at.saved();
    const answers = at.state?.answers ?? {};
    await at.closesAsProposed();

    expect(at.seen.join("\n")).not.toMatch(ofBritain);
    const row = await exportedRow(here, "aarhus");
    expect(row).toMatchObject({ country: "DK", language: "da", region: "DK05" });
    expect(row).toMatchObject(cells(answers));
  });
});
