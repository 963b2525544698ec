// The page is loaded again, the window closed, the network cut: the interview goes on where it was, nothing lost.

import { describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer } from "./support/interviewer.ts";
import { caseOf, cells, exportedRow, recordedLog } from "./support/records.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };
const lars = { name: "lars", languages: ["da"], countries: ["DK"] };

describe("a page loaded again", async () => {
  const here = await site([{ record: "odense", number: danishNumber(1, 1) }]);

  it("on the call with the line open, in the middle of the interview, in another window: always goes on", async () => {
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.page.reload();
    await at.page.locator('[data-line="answered"]').waitFor();
    expect(await textOf(at.page.locator(".co-case__reference"))).toContain("odense");

    await at.begins();
    await at.interviews({ sex: { value: 2 }, age: { value: 38 } }, "U06");
    await at.saved();
    const { state } = at;
    await at.page.reload();
    await at.recalls();
    expect(at.state).toEqual(state);
    await at.seesQuestion();
    await at.interviews({}, "eff_env");
    await at.saved();

    const other = await Interviewer.arrives(here, mette);
    await other.page.locator(".co-interview").waitFor();
    await other.recalls();
    expect(other.state).toEqual(at.state);
    await other.seesQuestion();

    const second = await Interviewer.atDesk(here, lars);
    await second.keys.press("Enter");
    await second.page.locator(".co-counts").waitFor();
    expect(await textOf(second.page.locator(".co-counts"))).toMatch(/1\s+on other desks/);

    await other.interviews();
    await other.saved();
    const answers = other.state?.answers ?? {};
    await other.toOutcome();
    await other.page.evaluate(() => sessionStorage.clear());
    await other.page.reload();
    await other.page.locator(".co-outcome").waitFor();
    await other.enters();
    expect(await caseOf(here, "odense")).toMatchObject({ state: "closed", interviews: ["completed da"] });
    expect(await exportedRow(here, "odense")).toMatchObject(cells(answers));
  });
});

describe("a network that is cut in the middle of an interview", async () => {
  const here = await site([{ record: "vejle", number: danishNumber(2, 1) }]);

  it("says what is not sent, warns before the page is left, and sends everything once, in order", async () => {
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.begins();
    await at.interviews({ sex: { value: 1 }, age: { value: 29 } }, "U10");
    await at.saved();
    const badge = at.page.locator(".co-badge");
    const recordedBefore = (await recordedLog(here, "mette")).length;

    await at.page.context().setOffline(true);
    await at.interviews({}, "U11");
    await at.page.locator('.co-badge[data-state="offline"]').waitFor();
    await at.interviews({}, "U12");
    await at.seesQuestion();
    expect(await textOf(badge)).toMatch(/offline since \d\d:\d\d, 6 steps not sent/);
    expect(await textOf(badge)).not.toMatch(/saved|kept/);
    expect(await textOf(at.page.locator(".co-notes"))).toContain("Do not close this page");
    expect(await recordedLog(here, "mette")).toHaveLength(recordedBefore);

    const asked = at.page.waitForEvent("dialog");
    await at.page.close({ runBeforeUnload: true });
    const warning = await asked;
    expect(warning.type()).toBe("beforeunload");
    await warning.dismiss();
    await at.seesQuestion();

    await at.page.context().setOffline(false);
    await at.saved();
    expect(await textOf(badge)).toContain("saved");
    const { state } = at;
    const log = await recordedLog(here, "mette");
    expect(log.map(({ seq }) => seq)).toEqual(Array.from(log, (_, index) => index + 1));
    expect(log).toHaveLength(recordedBefore + 6);
    await at.recalls();
    expect(at.state).toEqual(state);

    await at.interviews({}, "urban");
    await at.page.context().setOffline(true);
    await at.interviews();
    await at.toOutcome();
    const askedAgain = at.page.waitForEvent("dialog");
    await at.page.close({ runBeforeUnload: true });
    await (await askedAgain).dismiss();
    await at.page.context().setOffline(false);
    await at.saved();
    const answers = at.state?.answers ?? {};
    await at.enters();
    expect(await exportedRow(here, "vejle")).toMatchObject(cells(answers));
  });
});
