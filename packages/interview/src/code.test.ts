// Codes that respondents read back: always eight letters that cannot be misheard, different for different interviews.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interviewCode, isInterviewCode, readInterviewCode, spokenCode } from "./code.ts";

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

describe("a code that somebody typed", () => {
  it.each(["ABCD1230", "abcd-1230", " abcd 1230 ", "ab cd–12 30", "A-B-C-D-1-2-3-0", "abcdI23O", "ABCDL23o"])(
    "%s is read",
    (typed) => expect(readInterviewCode(typed)).toBe("ABCD1230"),
  );

  it.each(["", "ABCD123", "ABCD12345", "ABCD123!", "ABCDU234"])("%s is none", (typed) =>
    expect(readInterviewCode(typed)).toBeNull(),
  );

  it("is read back as it was read out", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const code = interviewCode(uuid);
        expect(readInterviewCode(spokenCode(code).toLowerCase())).toBe(code);
      }),
    );
  });
});
