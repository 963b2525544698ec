// The files of an export: their names, their checksums, and what they say of the wave.

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { csvExport } from "./files.ts";
import { exportOf, interview } from "./testing/denmark.ts";

const made = { user: "ronja", machineAt: "2026-11-23T12:00:00.000Z", fieldAt: "2008-04-16T15:30:00.000Z" };
const input = exportOf(interview({}), interview({}, { country: "GB" }), interview({}));
const files = csvExport(input, made);
const textOf = (end: string): string => {
  const found = files.find(({ name }) => name.endsWith(end)) ?? expect.fail(`no ${end}`);
  return new TextDecoder().decode(found.content);
};

describe("the files of an export", () => {
  it("carry study, wave mode and field date in their names", () => {
    expect(files.map(({ name }) => name)).toEqual([
      "getting-about_TEST_2008-04-16_data.csv",
      "getting-about_TEST_2008-04-16_codebook.csv",
      "getting-about_TEST_2008-04-16_codebook.json",
      "getting-about_TEST_2008-04-16_README.txt",
      "getting-about_TEST_2008-04-16_manifest.json",
    ]);
  });

  it("are named LIVE where people were rung, and the manifest says so", () => {
    const live = csvExport({ ...input, wave: { ...input.wave, mode: "live" } }, made);
    expect(live[0]?.name).toBe("getting-about_LIVE_2008-04-16_data.csv");
    expect(new TextDecoder().decode(live[3]?.content)).toMatch(/^LIVE WAVE/);
  });

  it("says in the first line of the README that nobody was rung", () => {
    expect(textOf("README.txt")).toMatch(/^TEST WAVE: nobody was rung/);
  });

  it("counts interviews by country and names who made the export and when", () => {
    const readme = textOf("README.txt");
    expect(readme).toMatch(/Interviews: 3[\s\S]+DK 2\n\s+GB 1/);
    expect(readme).toContain("2026-11-23T12:00:00.000Z by ronja; field time 2008-04-16T15:30:00.000Z");
    expect(readme).toContain("w_country");
  });

  it("lists checksums that are those of the bytes", () => {
    const manifest = JSON.parse(textOf("manifest.json")) as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(manifest.files).toHaveLength(3);
    for (const { name, bytes, sha256 } of manifest.files) {
      const { content } = files.find((file) => file.name === name) ?? expect.fail(`no ${name}`);
      expect(content.length).toBe(bytes);
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
      expect(textOf("README.txt")).toContain(sha256);
    }
  });

  it("are the same bytes for the same interviews", () => {
    expect(csvExport(input, made)).toEqual(files);
  });
});
