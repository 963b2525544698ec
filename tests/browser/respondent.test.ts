// Who may be interviewed: a child on the telephone, then an adult, or none; an age mistyped, impossible or refused.

import { describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer } from "./support/interviewer.ts";
import { caseOf, cells, exportedRow } from "./support/records.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };
const seventeen = { sex: { value: 2 }, age: { value: 17 } };

describe("somebody of seventeen", async () => {
  const here = await site([]);
  let serial = 0;

  /** Mette talks to a household up to the question after the age. */
  async function talksTo(record: string): Promise<Interviewer> {
    serial += 1;
    await here.field.households([{ record, number: danishNumber(serial, 1) }]);
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.begins();
    await at.interviews({}, "sex");
    return at;
  }
  const answersSeventeen = async (at: Interviewer) => {
    await at.answers(seventeen.sex);
    await at.answers(seventeen.age);
    await at.sees(at.fold.scriptWords("S_SELECT"));
  };

  it("hands over to an adult, who is interviewed to the end; nothing of the first person is kept", async () => {
    const at = await talksTo("odense");
    await answersSeventeen(at);
    expect(await at.page.locator(".co-choice kbd, .co-choice .fl-key").allInnerTexts()).toEqual([
      "2",
      "3",
      "4",
    ]);
    await at.chooses(2);
    await at.sees(at.fold.scriptWords("S_SELECT"));
    expect(await textOf(at.page.locator(".co-notes"))).toContain("Another person is on the line");
    expect(at.state).toMatchObject({ answers: {}, respondent: 2 });

    await at.interviews({ sex: { value: 1 }, age: { value: 47 } });
    await at.saved();
    const answers = at.state?.answers ?? {};
    await at.closesAsProposed();
    expect(await caseOf(here, "odense")).toMatchObject({ state: "closed", outcomes: ["complete"] });
    const row = await exportedRow(here, "odense");
    expect(row).toMatchObject({ ...cells(answers), sex: "1", age: "47", respondents: "2" });
  });

  it("and nobody older there: screened out, the case is closed, no row in the file", async () => {
    const at = await talksTo("aarhus");
    await answersSeventeen(at);
    await at.chooses(4);
    await at.sees(at.fold.scriptWords("S_NOT_ELIGIBLE"));
    await at.toOutcome();
    expect(await textOf(at.page.locator(".co-outcome"))).toContain("No adult there");
    expect(await at.enters()).toContain("The case is closed.");
    expect(await caseOf(here, "aarhus")).toMatchObject({
      state: "closed",
      finalDisposition: "noEligibleRespondent",
      interviews: ["screenedOut da"],
    });
    expect(await exportedRow(here, "aarhus")).toBeUndefined();
  });

  it("was really seventy-one: going back mends the age, and the interview goes on", async () => {
    const at = await talksTo("vejle");
    await answersSeventeen(at);
    await at.goesBack(1);
    expect(await textOf(at.page.locator(".co-numeric"))).toContain("17: given before");
    await at.answers({ value: 71 });
    await at.seesQuestion();
    expect(at.fold.question.variable).toBe("region");
    await at.recalls();
    expect(at.state?.answers).toEqual({ sex: { value: 2 }, age: { value: 71 } });
    await at.breaksOff();
    await at.enters();
  });

  it("is not what 170 means: said beside the number, and nothing is recorded; 999 is a refusal", async () => {
    const at = await talksTo("ribe");
    await at.answers(seventeen.sex);
    await at.seesQuestion();
    await at.types({ value: 170 });
    const wrong = at.page.locator(".co-numeric .co-wrong");
    await wrong.waitFor();
    expect(await textOf(wrong)).toBe("Between 0 and 110; 999 means refused.");
    expect(await textOf(at.page.locator(".co-numeric__box"))).toBe("170");
    await at.seesQuestion();
    await at.recalls();
    expect(at.state?.answers).toEqual({ sex: { value: 2 } });

    for (let digit = 1; digit <= 3; digit++) await at.keys.press("Backspace");
    await at.types({ value: 999 });
    at.fold.answers({ missing: "refused" });
    await at.seesQuestion();
    expect(at.fold.question.variable).toBe("age_band_asked");
    await at.answers({ value: 4 });
    await at.seesQuestion();
    await at.recalls();
    expect(at.state?.answers).toMatchObject({ age: { missing: "refused" }, age_band_asked: { value: 4 } });
    expect(at.fold.question.variable).toBe("region");
    await at.breaksOff();
    await at.enters();
  });
});
