// Codes that respondents read back: always eight letters that cannot be misheard, different for different interviews.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interviewCode, isInterviewCode, spokenCode } from "./code.ts";

describe("the code of an interview", () => {
  it("is eight letters of which none is taken for another", () => {
    expect(interviewCode("00000000-0000-4000-8000-000000000000")).toBe("00000000");
    expect(interviewCode("ffffffff-ffff-4fff-8fff-ffffffffffff")).toBe("ZZZZZZZZ");
    expect(spokenCode("K7Q2M9XA")).toBe("K7Q2-M9XA");
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(isInterviewCode(interviewCode(id))).toBe(true);
        expect(interviewCode(id)).not.toMatch(/[ILOU]/);
      }),
    );
  });

  it("differs as soon as the ids differ in their first ten digits", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const head = (id: string) => id.replaceAll("-", "").slice(0, 10);
        expect(interviewCode(one) === interviewCode(other)).toBe(head(one) === head(other));
      }),
    );
  });

  it.each(["K7Q2M9X", "K7Q2M9XAA", "K7Q2-9XA", "K7Q2M9IL", ""])("is not %s", (text) => {
    expect(isInterviewCode(text)).toBe(false);
  });
});
