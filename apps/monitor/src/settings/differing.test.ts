// Only what an administrator changed is sent.

import { describe, expect, it } from "vitest";
import { differing } from "./differing.ts";

const held = { title: "Spring", client: null, countries: ["DK", "GB"] };

describe("what differs from a wave's settings", () => {
  it("is nothing where the form stands as it was opened", () => {
    expect(differing({ title: "Spring", client: "", countries: ["DK", "GB"] }, held)).toEqual({});
  });

  it("is what was typed, without the spaces around it, and what was ticked", () => {
    expect(differing({ title: " Autumn ", client: "Office", countries: ["DK"] }, held)).toEqual({
      title: "Autumn",
      client: "Office",
      countries: ["DK"],
    });
  });

  it("is not a text that was emptied: a wave in the field lacks nothing", () => {
    expect(differing({ title: " ", client: "", countries: ["DK", "GB"] }, held)).toEqual({});
  });
});
