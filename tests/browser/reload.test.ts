// The page is loaded again, the window closed, the network cut: the interview goes on where it was, nothing lost.

import { describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer } from "./support/interviewer.ts";
import { keptInBrowser } from "./support/kept.ts";
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

describe("a network that is gone from the answered call to its outcome", async () => {
  const here = await site([{ record: "vejle", number: danishNumber(2, 1) }], { worker: true });

  it("keeps everything in the browser, through a reload and into another tab, and sends it once, in order", async () => {
    const at = await Interviewer.atDesk(here, mette);
    await at.page.evaluate(() => navigator.serviceWorker.ready);
    await at.rings();
    const network = at.page.context();
    await network.setOffline(true);

    await at.keys.press("Enter");
    await at.page.locator(".co-interview").waitFor();
    await at.recallsFromBrowser();
    await at.interviews({ sex: { value: 1 }, age: { value: 29 } }, "U06");
    await at.page.locator('.co-badge[data-state="offline"]').waitFor();
    expect(await textOf(at.page.locator(".co-badge"))).toMatch(
      /offline since \d\d:\d\d, \d+ steps kept here/,
    );
    expect(await textOf(at.page.locator(".co-notes"))).toContain("kept on this computer");
    await at.interviews({}, "eff_env");
    await at.recallsFromBrowser();
    const { state } = at;

    await at.page.reload();
    await at.page.locator(".co-interview").waitFor();
    await at.seesQuestion();
    await at.recallsFromBrowser();
    expect(at.state).toEqual(state);

    const second = await network.newPage();
    await second.goto(here.base);
    await second.getByRole("heading", { name: "Your desk is open in another tab" }).waitFor();
    await second.close();

    await at.interviews();
    const answers = at.state?.answers ?? {};
    await at.toOutcome();
    await at.keys.press("n");
    await at.page.locator("textarea").fill("The stairs are steep.");
    await at.page.keyboard.press("Control+Enter");
    await at.page.locator("textarea").waitFor({ state: "detached" });
    expect(await at.enters()).toContain("Kept on this computer");
    expect(await caseOf(here, "vejle")).toMatchObject({ interviews: [], outcomes: [null] });

    await at.page.getByRole("button", { name: "Sign out" }).click();
    await at.page.getByRole("alertdialog").getByText("have not been sent yet").waitFor();
    await at.page.getByRole("button", { name: "Stay and wait" }).click();

    await network.setOffline(false);
    await at.page.locator(".co-top .co-badge").waitFor({ state: "detached" });
    await at.page.locator(".co-last", { hasText: "The case is closed" }).waitFor();
    expect(await caseOf(here, "vejle")).toMatchObject({
      state: "closed",
      outcomes: ["complete"],
      interviews: ["completed da"],
    });
    const log = await recordedLog(here, "mette");
    expect(log.map(({ seq }) => seq)).toEqual(Array.from(log, (_, index) => index + 1));
    expect(log.filter(({ type }) => type === "checkQuota")).toMatchObject([{}, { provisional: true }]);
    expect(await exportedRow(here, "vejle")).toMatchObject(cells(answers));

    await at.page.getByRole("button", { name: "Sign out" }).click();
    await at.page.locator('input[name="name"]').waitFor();
    expect(await keptInBrowser(at.page)).toEqual({ entries: 0, notes: 0, desks: 0 });
  });
});
