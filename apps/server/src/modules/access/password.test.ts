// Passwords: what is stored of them, and that a check does the same work for everybody.

import { verify } from "@node-rs/argon2";
import { describe, expect, it, vi } from "vitest";
import { hashPassword, newPassword, passwordMatches } from "./password.ts";

/** The library itself, watched: time tells nothing on a busy machine. */
vi.mock("@node-rs/argon2", { spy: true });

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
    const checked = vi.mocked(verify);
    checked.mockClear();
    for (const hash of [stored, null, null]) expect(await passwordMatches(hash, "gæt")).toBe(false);
    const costs = checked.mock.calls.map(([hash]) => String(hash).split("$").slice(1, 4));
    expect(costs).toEqual(Array(3).fill(["argon2id", "v=19", "m=19456,t=2,p=1"]));
    expect(checked.mock.calls.map(([, guess]) => guess)).toEqual(["gæt", "gæt", "gæt"]);
  });

  it("printed at the first start are long, readable and never the same", () => {
    const printed = Array.from({ length: 200 }, newPassword);
    expect(new Set(printed).size).toBe(200);
    for (const password of printed) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  });
});
