// The respondent's sex was entered wrongly and is mended late: Czech and French words follow, nothing else is lost.

import { describe, expect, it } from "vitest";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { recordedLog } from "./support/records.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

interface Household {
  readonly record: string;
  readonly country: string;
  readonly region: string;
  readonly number: string;
  readonly person: Person;
  readonly toAMan: RegExp;
  readonly toAWoman: RegExp;
}

const households: readonly Household[] = [
  {
    record: "brno",
    country: "CZ",
    region: "CZ064",
    number: "+420 011 000 001",
    person: { name: "anna", languages: ["cs"], countries: ["CZ"], layout: "cz" },
    toAMan: /Jak jste spokojen s[\s\S]*velmi spokojen\b/,
    toAWoman: /Jak jste spokojena s[\s\S]*velmi spokojena\b/,
  },
  {
    record: "lyon",
    country: "FR",
    region: "FR71",
    number: "+33 4 65 71 00 01",
    person: { name: "camille", languages: ["fr"], countries: ["FR"], layout: "fr" },
    toAMan: /Êtes-vous satisfait de[\s\S]*très satisfait\b(?!e)/,
    toAWoman: /Êtes-vous satisfaite de[\s\S]*très satisfaite\b/,
  },
];
const satisfaction = "U12";

describe("going back to the respondent's sex", async () => {
  const here = await site(households);

  it.each(households)(
    "$record: words follow, every other answer stays",
    async ({ person, toAMan, toAWoman }) => {
      const at = await Interviewer.atDesk(here, person);
      await at.rings();
      await at.begins();
      await at.interviews({ sex: { value: 1 }, age: { value: 61 } }, satisfaction);
      await at.seesQuestion();
      expect(at.seen.at(-1)).toMatch(toAMan);
      expect(at.seen.at(-1)).not.toMatch(toAWoman);
      const before = at.state?.answers ?? {};

      await at.goesBackTo("sex");
      expect(await textOf(at.page.locator(".co-choice[aria-pressed=true]"))).toContain("1");
      await at.answers({ value: 2 });
      await at.seesQuestion();
      expect(at.seen.at(-1)).toMatch(toAWoman);
      expect(at.seen.at(-1)).not.toMatch(toAMan);
      expect(at.state?.answers).toEqual({ ...before, sex: { value: 2 } });
      expect(at.state?.answers["age"]).toEqual({ value: 61 });

      const kept = at.state;
      await at.goesBack(1);
      const earlier = kept?.answers[at.fold.question.variable];
      await at.answers(earlier ?? { missing: "dontKnow" });
      await at.seesQuestion();
      expect(at.seen.at(-1)).toMatch(toAWoman);
      await at.recalls();
      expect({ ...at.state, seq: 0 }).toEqual({ ...kept, seq: 0 });
    },
  );
});

describe("changing an answer that others hang on", async () => {
  const here = await site([{ record: "odense", number: "+45 13 00 00 01" }]);

  it("says what will be asked again, and what will no longer count, before it is done", async () => {
    const at = await Interviewer.atDesk(here, { name: "mette", languages: ["da"], countries: ["DK"] });
    await at.rings();
    await at.begins();
    await at.interviews({ age: { value: 44 } }, "region");
    await at.seesQuestion();

    await at.goesBack(1);
    await at.types({ value: 999 });
    const panel = at.page.locator(".co-panel");
    await panel.waitFor();
    expect(await textOf(panel)).toMatch(/1 question will be asked again or newly:\s+Age/);
    await at.keys.press("Escape");
    await at.seesQuestion();
    expect((await recordedLog(here, "mette")).at(-1)).toMatchObject({ type: "goBack" });

    await at.types({ missing: "refused" });
    await panel.waitFor();
    await at.keys.press("Enter");
    at.fold.answers({ missing: "refused" });
    expect(at.fold.question.variable).toBe("age_band_asked");
    await at.answers({ value: 3 });
    await at.seesQuestion();

    await at.goesBackTo("age");
    await at.types({ value: 45 });
    await panel.waitFor();
    expect(await textOf(panel)).toMatch(/1 answer will no longer count:\s+Age/);
    await at.keys.press("Enter");
    at.fold.answers({ value: 45 });
    await at.seesQuestion();
    await at.recalls();
    expect(at.state?.answers).toEqual({ sex: at.state?.answers["sex"], age: { value: 45 } });
    expect(at.fold.question.variable).toBe("region");
  });
});
