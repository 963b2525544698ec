// Passwords: what is stored of them, and what the time of a check tells.

import { describe, expect, it } from "vitest";
import { hashPassword, newPassword, passwordMatches } from "./password.ts";

describe("passwords", () => {
  it("are stored with argon2id at the stated cost, each with a salt of its own", async () => {
    const [first, second] = await Promise.all([hashPassword("regnbue"), hashPassword("regnbue")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it("match their own hash and no other", async () => {
    const stored = await hashPassword("regnbue");
    expect(await passwordMatches(stored, "regnbue")).toBe(true);
    expect(await passwordMatches(stored, "Regnbue")).toBe(false);
  });

  it("never match where there is no user, after the same work", async () => {
    const stored = await hashPassword("regnbue");
    const millis = async (hash: string | null) => {
      const from = performance.now();
      expect(await passwordMatches(hash, "gæt")).toBe(false);
      return performance.now() - from;
    };
    await millis(null);
    const known = await Promise.all(Array.from({ length: 4 }, () => millis(stored)));
    const unknown = await Promise.all(Array.from({ length: 4 }, () => millis(null)));
    const sum = (times: number[]) => times.reduce((total, time) => total + time, 0);
    expect(sum(unknown)).toBeGreaterThan(sum(known) / 5);
  });

  it("printed at the first start are long, readable and never the same", () => {
    const printed = Array.from({ length: 200 }, newPassword);
    expect(new Set(printed).size).toBe(200);
    for (const password of printed) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  });
});
