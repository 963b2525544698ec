// Guessing passwords: how often it may fail, and for whom.

import { type Instant, instant, later, minute, second } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { SignInGuard, signInLimits } from "./sign-in-limits.ts";

const morning = instant(Date.UTC(2026, 0, 12, 9));

function fails(guard: SignInGuard, name: string, address: string, at: Instant): number | "let through" {
  const begun = guard.begin(name, address, at);
  return "waitSeconds" in begun ? begun.waitSeconds : "let through";
}

describe("signing in with wrong passwords", () => {
  it("lets ten tries for a name through, then says how long to wait", () => {
    const guard = new SignInGuard();
    for (let i = 0; i < signInLimits.perName; i++) {
      expect(fails(guard, "mette.dk", `10.0.0.${i}`, later(morning, i * second))).toBe("let through");
    }
    expect(fails(guard, "mette.dk", "10.0.0.99", later(morning, 10 * second))).toBe(590);
    expect(fails(guard, "anna.cz", "10.0.0.99", later(morning, 10 * second))).toBe("let through");
    expect(fails(guard, "mette.dk", "10.0.0.99", later(morning, 10 * minute))).toBe("let through");
  });

  it("stops an address that tries one name after the other", () => {
    const guard = new SignInGuard();
    for (let i = 0; i < signInLimits.perAddress; i++) fails(guard, `name${i}`, "10.0.0.1", morning);
    expect(fails(guard, "mette.dk", "10.0.0.1", morning)).toBe(600);
    expect(fails(guard, "mette.dk", "10.0.0.2", morning)).toBe("let through");
  });

  it("does not count a shift that signs in from one address with the right passwords", () => {
    const guard = new SignInGuard();
    for (let i = 0; i < 5 * signInLimits.perAddress; i++) {
      const begun = guard.begin(`interviewer${i}`, "10.0.0.1", morning);
      if ("waitSeconds" in begun) expect.fail(`interviewer ${i} was kept waiting`);
      begun.succeeded();
    }
  });

  it("does not let a hundred tries at once pass together", () => {
    const guard = new SignInGuard();
    const tries = Array.from({ length: 100 }, () => guard.begin("mette.dk", "10.0.0.1", morning));
    expect(tries.filter((begun) => !("waitSeconds" in begun))).toHaveLength(signInLimits.perName);
  });

  it("starts a name anew after the right password", () => {
    const guard = new SignInGuard();
    for (let i = 0; i < 9; i++) fails(guard, "mette.dk", "10.0.0.1", morning);
    const right = guard.begin("mette.dk", "10.0.0.1", morning);
    if ("waitSeconds" in right) expect.fail("the tenth try is still let through");
    right.succeeded();
    expect(fails(guard, "mette.dk", "10.0.0.1", morning)).toBe("let through");
  });
});
