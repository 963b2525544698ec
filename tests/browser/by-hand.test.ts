// A live wave at the console: the interviewer's own telephone rings, and the interviewer says what it does.

import { expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { liveWave } from "../integration/support/live-wave.ts";
import { Interviewer } from "./support/interviewer.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const here = await site([{ record: "odense", number: danishNumber(1, 1) }]);

it("Mette dials on her telephone, says that somebody has answered, and enters the outcome", async () => {
  const at = await Interviewer.atDesk(here, { name: "mette", languages: ["da"], countries: ["DK"] });
  const wave = at.page.getByRole("combobox", { name: "Wave to work in" });
  const dialable = at.page.locator('a[href^="tel:"]');
  const number = () => textOf(at.page.locator(".co-case__number"));

  await at.page.locator(".fl-test-wave").waitFor();
  await at.rings();
  expect(await number()).toBe("13 01 00 01");
  expect(await dialable.count()).toBe(0);
  await at.picks("noEligibleRespondent");
  await at.enters();
  expect(await at.page.content()).not.toContain("tel:");

  const liveWaveId = await liveWave(here.field);
  await at.page.reload();
  await wave.selectOption(liveWaveId);
  await at.page.locator(".fl-test-wave").waitFor({ state: "detached" });
  await at.page.locator("h1").click();
  await at.takesCase();
  expect(await number()).toBe("32 12 34 56");
  expect(await dialable.count()).toBe(0);
  await at.dials("ringing");
  expect(await dialable.getAttribute("href")).toBe("tel:+4532123456");
  expect(await textOf(at.page.locator(".co-call__act"))).toContain("Dial it on your telephone");
  const timer = at.page.locator(".co-line .co-number");
  const rung = await textOf(timer);
  await timer.filter({ hasNotText: rung }).waitFor();

  await at.keys.press("g");
  await at.page.locator('[data-line="answered"]').waitFor();
  await at.picks("callLater");
  expect(await at.enters()).toContain("Asked to ring later");
  const kept = await here.field.platform.database.read("plain", (tx) =>
    tx.contactAttempt.findFirstOrThrow({ where: { waveId: liveWaveId } }),
  );
  expect(kept).toMatchObject({ line: "manual", disposition: "callLater" });
  expect(kept.ringSeconds).toBeGreaterThan(0);
});
